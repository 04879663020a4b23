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

  /**
   * Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
   */
  static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
