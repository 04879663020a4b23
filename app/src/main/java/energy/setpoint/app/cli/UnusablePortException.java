package energy.setpoint.app.cli;

/** A port that a command needs is taken. */
public final class UnusablePortException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param purpose what the port is for
   * @param option how to choose another
   */
  public UnusablePortException(String purpose, int port, String option) {
    super(
        "Port %d for %s is taken. Stop whatever listens there, or choose another with %s PORT."
            .formatted(port, purpose, option));
  }
}
