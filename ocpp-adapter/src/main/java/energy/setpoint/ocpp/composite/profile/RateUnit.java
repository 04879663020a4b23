package energy.setpoint.ocpp.composite.profile;

/** The unit of the values of a schedule, named as on the wire. */
public enum RateUnit {
  /** Amperes per phase on AC, of the vehicle on DC. */
  A,
  /** Watts of all phases, or of one where each phase has a value of its own. */
  W
}
