package energy.setpoint.ocpp.v21.wire;

/** ChargingProfileKind. */
public enum ChargingProfileKind {
  Absolute,
  Recurring,
  Relative,
  Dynamic
}
