package energy.setpoint.app.config.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant, by edit distance. */
final class NearestName {

  private NearestName() {}

  /** A question such as {@code Maybe "north"?}, when a name is near enough. */
  static Optional<String> hint(String written, Collection<String> names) {
    return find(written, names).map(name -> "Maybe \"" + name + "\"?");
  }

  static Optional<String> find(String written, Collection<String> names) {
    String lower = written.toLowerCase(Locale.ROOT);
    int farthest = Math.max(1, Math.min(4, written.length() / 3));
    return names.stream()
        .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= farthest)
        .min(
            Comparator.<String>comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Insertions, deletions and replacements needed to turn one text into the other. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
