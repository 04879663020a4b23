package energy.setpoint.der.template;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A quantity in the registers of a Modbus device.
 *
 * @param address of the first register as sent on the wire, 0 to 65535
 * @param notAvailable the bits that mean "no value"; a float that is not a number always means it
 */
public record RegisterPoint(
    RegisterTable table,
    int address,
    RegisterType type,
    WordOrder wordOrder,
    Conversion conversion,
    OptionalLong notAvailable) {

  /** The address after the last register. */
  public int end() {
    return address + type.registers();
  }

  /**
   * The quantity in watts, amperes or as a fraction, load convention; empty when the device has no
   * value. Never zero in place of a missing value.
   *
   * @param words the registers of this point in the order of their addresses
   */
  public OptionalDouble decode(int... words) {
    long bits = bits(words);
    if (notAvailable.isPresent() && notAvailable.getAsLong() == bits) {
      return OptionalDouble.empty();
    }
    double number = type.number(bits);
    return Double.isFinite(number)
        ? OptionalDouble.of(conversion.toQuantity(number))
        : OptionalDouble.empty();
  }

  private long bits(int[] words) {
    if (words.length != type.registers()) {
      throw new IllegalArgumentException(
          type.key() + " takes " + type.registers() + " registers, not " + words.length + ".");
    }
    if (words.length == 1) {
      return words[0] & 0xFFFFL;
    }
    boolean highFirst = wordOrder == WordOrder.HIGH_FIRST;
    long high = (highFirst ? words[0] : words[1]) & 0xFFFFL;
    long low = (highFirst ? words[1] : words[0]) & 0xFFFFL;
    return high << 16 | low;
  }
}
