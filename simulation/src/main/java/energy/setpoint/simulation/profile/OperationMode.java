package energy.setpoint.simulation.profile;

/** How a bidirectional EVSE behaves during a period (OCPP 2.1 part 2, Q, section 2.2). */
public enum OperationMode {
  CHARGING_ONLY,
  CENTRAL_SETPOINT,
  IDLE,
  /** A mode that the station does not support. */
  OTHER
}
