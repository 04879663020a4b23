package energy.setpoint.optimizer.linear;

/** The solver cannot run here, for instance because its native library is missing. */
public final class SolverUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SolverUnavailable(String reason) {
    super(reason);
  }
}
