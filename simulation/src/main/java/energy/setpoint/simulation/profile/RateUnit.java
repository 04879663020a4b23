package energy.setpoint.simulation.profile;

/** The unit of limits and setpoints in a schedule. */
public enum RateUnit {
  /** Amperes on each phase. */
  A,
  /** Watts of all phases together. */
  W
}
