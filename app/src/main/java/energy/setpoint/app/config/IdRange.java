package energy.setpoint.app.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Short for several ids that end in a number: {@code VAN-01..VAN-12} or {@code VAN-01..12}. */
final class IdRange {

  private static final Pattern RANGE = Pattern.compile("(.*?)([0-9]+)\\.\\.(.*?)([0-9]+)");
  private static final int MOST = 1000;

  private IdRange() {}

  /**
   * The ids of a range, or the text itself when it is none.
   *
   * @throws IllegalArgumentException when the ends do not fit together
   */
  static List<String> expand(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return List.of(text);
    }
    String prefix = range.group(1);
    int digits = range.group(2).length();
    int first = Integer.parseInt(range.group(2));
    int last = Integer.parseInt(range.group(4));
    boolean samePrefix = range.group(3).isEmpty() || range.group(3).equals(prefix);
    if (!samePrefix || last < first || last - first >= MOST) {
      throw new IllegalArgumentException(text);
    }
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> prefix + String.format("%0" + digits + "d", number))
        .toList();
  }
}
