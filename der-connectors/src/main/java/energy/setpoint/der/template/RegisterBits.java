package energy.setpoint.der.template;

import java.math.BigInteger;
import java.util.OptionalLong;

/** The bits of a register value as people write them. */
final class RegisterBits {

  private RegisterBits() {}

  /**
   * Bits written in decimal or as 0x…; negative decimals are two's complement.
   *
   * @return empty when the text is no number, or has more bits than the type
   */
  static OptionalLong parse(String text, RegisterType type) {
    try {
      BigInteger value =
          text.startsWith("0x") || text.startsWith("0X")
              ? new BigInteger(text.substring(2), 16)
              : new BigInteger(text);
      BigInteger end = new BigInteger(Long.toUnsignedString(type.mask())).add(BigInteger.ONE);
      boolean fits = value.compareTo(end) < 0 && value.compareTo(end.shiftRight(1).negate()) >= 0;
      return fits ? OptionalLong.of(value.longValue() & type.mask()) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
