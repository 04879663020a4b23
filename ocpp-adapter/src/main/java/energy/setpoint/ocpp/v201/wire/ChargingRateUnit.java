package energy.setpoint.ocpp.v201.wire;

/** ChargingRateUnit. */
public enum ChargingRateUnit {
  W,
  A
}
