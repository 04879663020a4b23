package energy.setpoint.der.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the registers of a detail are shown to people. */
public sealed interface DetailForm {

  /** How many registers it takes, without a scale register. */
  int registers();

  /**
   * A text of two characters in each register, which ends at the first zero byte.
   *
   * @param registers 1 to 125
   */
  record Text(int registers, ByteOrder byteOrder) implements DetailForm {

    /** Empty when there are only spaces. Characters that would confuse a terminal become dots. */
    public Optional<String> show(int... words) {
      byte[] bytes = new byte[2 * words.length];
      for (int i = 0; i < words.length; i++) {
        int word = byteOrder.turn(words[i]);
        bytes[2 * i] = (byte) (word >>> 8);
        bytes[2 * i + 1] = (byte) word;
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      int end = text.indexOf('\0');
      String shown = (end < 0 ? text : text.substring(0, end)).strip();
      return Optional.of(shown.replaceAll("\\p{Cntrl}", ".")).filter(it -> !it.isEmpty());
    }
  }

  /**
   * A number with its unit.
   *
   * @param point converts to the unit
   */
  record Number(RegisterPoint point, String unit) implements DetailForm {

    @Override
    public int registers() {
      return point.registers();
    }

    /** To three digits after the point. */
    public String show(double number) {
      BigDecimal rounded = BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_EVEN);
      String digits = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
      return unit.isEmpty() ? digits : digits + " " + unit;
    }
  }

  /**
   * A number that stands for a word.
   *
   * @param words by the bits that stand for them
   */
  record Words(RegisterEncoding encoding, Map<Long, String> words, Set<Long> notAvailable)
      implements DetailForm {

    public Words {
      words = Map.copyOf(words);
      notAvailable = Set.copyOf(notAvailable);
    }

    @Override
    public int registers() {
      return encoding.type().registers();
    }

    /** Empty when the device has no value; a number that has no word is shown as it is. */
    public Optional<String> show(int... registers) {
      long bits = encoding.bits(registers);
      if (notAvailable.contains(bits)) {
        return Optional.empty();
      }
      long value = (long) encoding.number(bits);
      String word = words.get(value);
      return Optional.of(word == null ? "unknown (" + value + ")" : word);
    }
  }
}
