package energy.setpoint.ocpp.server;

/** The station port cannot be opened, most often because another program has it. */
public final class PortInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int port;

  PortInUseException(String host, int port, Throwable cause) {
    super(
        "The OCPP port %d cannot be opened on %s: %s. Maybe another Setpoint is running."
            .formatted(port, host, cause.getMessage()),
        cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
