package energy.setpoint.ocpp.composite.station;

/** Whose setpoint counts when there are two (2.1 Q06.FR.20 to Q06.FR.22). */
public enum SetpointPriority {
  /** That of the external system, unless the station is told otherwise. */
  EXTERNAL_CONTROL,
  /** That of the transaction's profile. */
  CSMS
}
