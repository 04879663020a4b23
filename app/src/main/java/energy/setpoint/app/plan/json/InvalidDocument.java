package energy.setpoint.app.plan.json;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be used as it is; the message lists the mistakes, one on each line. */
public final class InvalidDocument extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_KEPT = 50;

  private final Kind kind;
  private final transient List<Finding> findings;

  /** How far the reader came. */
  public enum Kind {
    /** It is not JSON, or some values are of another type than the format says. */
    MALFORMED,
    /** Every value has the right type, but some cannot be or contradict others. */
    IMPOSSIBLE
  }

  /**
   * @param findings at least one; only the first 50 are kept
   */
  public InvalidDocument(Kind kind, List<Finding> findings) {
    super(
        findings.stream()
            .limit(MOST_KEPT)
            .map(Finding::toString)
            .collect(Collectors.joining("\n")));
    this.kind = kind;
    this.findings = findings.stream().limit(MOST_KEPT).toList();
  }

  public Kind kind() {
    return kind;
  }

  public List<Finding> findings() {
    return findings;
  }
}
