package energy.setpoint.ocpp.v201.wire;

/** ChargingProfileKind. */
public enum ChargingProfileKind {
  Absolute,
  Recurring,
  Relative
}
