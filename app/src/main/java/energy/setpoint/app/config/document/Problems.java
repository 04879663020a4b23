package energy.setpoint.app.config.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the mistakes of one or more files, so that all of them can be told at once. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /**
   * @param line counted from 1; 0 for the whole file
   */
  public void add(String file, int line, String text) {
    Problem problem = new Problem(file, line, text);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * @throws ConfigurationException with all mistakes so far, in the order of the lines, if any
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigurationException(
          found.stream()
              .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
              .toList());
    }
  }
}
