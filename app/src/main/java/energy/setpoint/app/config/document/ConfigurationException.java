package energy.setpoint.app.config.document;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be used as it is; the message lists every mistake, one on each line. */
public final class ConfigurationException extends RuntimeException {

  private static final int MOST_SHOWN = 40;

  private final transient List<Problem> problems;

  public ConfigurationException(List<Problem> problems) {
    super(describe(problems));
    this.problems = List.copyOf(problems);
  }

  /** In the order of the file; at least one. */
  public List<Problem> problems() {
    return problems;
  }

  private static String describe(List<Problem> problems) {
    String shown =
        problems.stream()
            .limit(MOST_SHOWN)
            .map(Problem::toString)
            .collect(Collectors.joining("\n"));
    int hidden = problems.size() - MOST_SHOWN;
    return hidden > 0 ? shown + "\n... and " + hidden + " more." : shown;
  }
}
