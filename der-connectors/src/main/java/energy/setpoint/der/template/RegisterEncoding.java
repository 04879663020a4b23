package energy.setpoint.der.template;

import java.util.OptionalLong;

/**
 * How a number is laid out in registers.
 *
 * @param mask the bits of an unsigned type that make the number, shifted down to bit 0; empty for
 *     all of them
 */
public record RegisterEncoding(
    RegisterType type, WordOrder wordOrder, ByteOrder byteOrder, OptionalLong mask) {

  /** High word and high byte first, all bits. */
  public static RegisterEncoding of(RegisterType type) {
    return new RegisterEncoding(
        type, WordOrder.HIGH_FIRST, ByteOrder.HIGH_FIRST, OptionalLong.empty());
  }

  /** The registers as one row of bits, the first one highest whatever the order. */
  long bits(int... words) {
    if (words.length != type.registers()) {
      throw new IllegalArgumentException(
          type.key() + " takes " + type.registers() + " registers, not " + words.length + ".");
    }
    long bits = 0;
    for (int i = 0; i < words.length; i++) {
      bits = bits << 16 | byteOrder.turn(words[at(i, words.length)]);
    }
    return bits & type.mask();
  }

  /** The number in a row of bits; not a number where they stand for none. */
  double number(long bits) {
    return mask.isEmpty()
        ? type.number(bits)
        : type.number((bits & mask.getAsLong()) >>> Long.numberOfTrailingZeros(mask.getAsLong()));
  }

  /** The registers for a row of bits. */
  public int[] words(long bits) {
    int count = type.registers();
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[at(i, count)] = byteOrder.turn((int) (bits >>> 16 * (count - 1 - i)) & 0xFFFF);
    }
    return words;
  }

  private int at(int index, int count) {
    return wordOrder == WordOrder.HIGH_FIRST ? index : count - 1 - index;
  }
}
