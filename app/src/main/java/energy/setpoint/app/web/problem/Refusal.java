package energy.setpoint.app.web.problem;

import java.util.Map;

/** A request that is refused; the message says why, to whoever asked. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient Map<String, Object> properties;

  public Refusal(ProblemType type, String detail) {
    this(type, detail, Map.of());
  }

  /**
   * @param properties more for programs, beside the text for people
   */
  public Refusal(ProblemType type, String detail, Map<String, Object> properties) {
    super(detail);
    this.type = type;
    this.properties = Map.copyOf(properties);
  }

  public static Refusal notFound(String what, String id) {
    return new Refusal(ProblemType.NOT_FOUND, "There is no " + what + " '" + id + "'.");
  }

  public static Refusal invalid(String detail) {
    return new Refusal(ProblemType.INVALID_REQUEST, detail);
  }

  ProblemType type() {
    return type;
  }

  Map<String, Object> properties() {
    return properties;
  }

  /** What was asked, in the words of whoever asked, is no fault of this program. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
