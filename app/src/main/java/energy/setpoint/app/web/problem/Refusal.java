package energy.setpoint.app.web.problem;

/** A request that is refused; the message says why, to whoever asked. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;

  public Refusal(ProblemType type, String detail) {
    super(detail);
    this.type = type;
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

  /** What was asked, in the words of whoever asked, is no fault of this program. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
