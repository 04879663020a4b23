package energy.setpoint.der.template;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A quantity in the registers of a Modbus device: (number + offset) × 10^scale register, converted.
 *
 * @param address of the first register as sent on the wire, 0 to 65535
 * @param offset added to the number of the device before everything else
 * @param scaleRegister address in the same table of a signed power of ten, as in SunSpec
 * @param notAvailable the bits that mean "no value"; a float that is not a number always means it
 */
public record RegisterPoint(
    RegisterTable table,
    int address,
    RegisterEncoding encoding,
    double offset,
    OptionalInt scaleRegister,
    Conversion conversion,
    Set<Long> notAvailable) {

  /** SunSpec gives scale factors from -10 to 10; everything else is no scale factor. */
  private static final int LARGEST_EXPONENT = 10;

  public RegisterPoint {
    notAvailable = Set.copyOf(notAvailable);
  }

  /** How many registers it takes, without the scale register. */
  public int registers() {
    return encoding.type().registers();
  }

  /** The address after the last register. */
  public int end() {
    return address + registers();
  }

  /**
   * The quantity in watts, amperes or as a fraction, load convention; empty when the device has no
   * value. Never zero in place of a missing value.
   *
   * @param words the registers of this point in the order of their addresses
   * @throws IllegalArgumentException when the point has a scale register, or for the wrong number
   *     of registers
   */
  public OptionalDouble decode(int... words) {
    if (scaleRegister.isPresent()) {
      throw new IllegalArgumentException("The scale register is needed as well.");
    }
    return decodeScaled(words, 0);
  }

  /**
   * The quantity of a point that has a scale register.
   *
   * @param exponent the scale register; a value that is no power of ten from -10 to 10 means that
   *     there is no value
   */
  public OptionalDouble decodeScaled(int[] words, int exponent) {
    long bits = encoding.bits(words);
    short power = (short) exponent;
    if (notAvailable.contains(bits) || Math.abs(power) > LARGEST_EXPONENT) {
      return OptionalDouble.empty();
    }
    double number = encoding.number(bits);
    return Double.isFinite(number)
        ? OptionalDouble.of(conversion.toQuantity(scaled(number + offset, power)))
        : OptionalDouble.empty();
  }

  /** Divides where it can: 5 / 10 is exact in print where 5 × 0.1 may not be. */
  private static double scaled(double number, int power) {
    return power < 0 ? number / Math.pow(10, -power) : number * Math.pow(10, power);
  }

  /**
   * The registers that say a quantity, cut off towards zero where they hold whole numbers.
   *
   * @param quantity in watts, amperes or as a fraction, load convention
   * @return empty when it does not fit, or would mean "no value"
   */
  public Optional<int[]> encode(double quantity) {
    OptionalLong bits = encoding.type().bitsOf(conversion.toWire(quantity) - offset);
    return bits.isEmpty() || notAvailable.contains(bits.getAsLong())
        ? Optional.empty()
        : Optional.of(encoding.words(bits.getAsLong()));
  }
}
