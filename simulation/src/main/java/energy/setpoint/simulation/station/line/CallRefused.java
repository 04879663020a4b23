package energy.setpoint.simulation.station.line;

/** A call from the engine that is answered with a CALLERROR. */
public final class CallRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code as the version spells it
   */
  public CallRefused(String code, String description) {
    super(description, null, false, false);
    this.code = code;
  }

  public static CallRefused notImplemented(String action) {
    return new CallRefused("NotImplemented", "There is no action " + action + ".");
  }

  public static CallRefused notSupported(String action) {
    return new CallRefused("NotSupported", action + " is not supported by this station.");
  }

  String code() {
    return code;
  }
}
