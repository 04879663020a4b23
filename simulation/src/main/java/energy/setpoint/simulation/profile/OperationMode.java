package energy.setpoint.simulation.profile;

/** Who decides on the power of an EVSE during a period (OCPP 2.1 part 2, Q, section 2.2). */
public enum OperationMode {
  CHARGING_ONLY,
  CENTRAL_SETPOINT,
  /** As {@link #CENTRAL_SETPOINT}; the server derives the setpoint from the frequency (Q07). */
  CENTRAL_FREQUENCY,
  EXTERNAL_SETPOINT,
  EXTERNAL_LIMITS,
  /** The station follows the frequency by a curve that it was given (Q08). */
  LOCAL_FREQUENCY,
  /** The station holds the power at the grid connection within thresholds (Q09). */
  LOCAL_LOAD_BALANCING,
  IDLE;

  /** True where a setpoint says what flows, whoever sets it. */
  public boolean follows() {
    return switch (this) {
      case CHARGING_ONLY, EXTERNAL_LIMITS, IDLE -> false;
      case CENTRAL_SETPOINT,
          CENTRAL_FREQUENCY,
          EXTERNAL_SETPOINT,
          LOCAL_FREQUENCY,
          LOCAL_LOAD_BALANCING ->
          true;
    };
  }
}
