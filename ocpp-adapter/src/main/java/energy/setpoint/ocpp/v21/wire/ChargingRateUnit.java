package energy.setpoint.ocpp.v21.wire;

/** ChargingRateUnit. */
public enum ChargingRateUnit {
  W,
  A
}
