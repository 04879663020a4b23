package energy.setpoint.ocpp.composite.profile;

/** Who decides about the power during a period (2.1 part 2, K section 3.4 and Q section 2.2). */
public enum OperationMode {
  CHARGING_ONLY("ChargingOnly"),
  CENTRAL_SETPOINT("CentralSetpoint"),
  EXTERNAL_SETPOINT("ExternalSetpoint"),
  EXTERNAL_LIMITS("ExternalLimits"),
  CENTRAL_FREQUENCY("CentralFrequency"),
  LOCAL_FREQUENCY("LocalFrequency"),
  LOCAL_LOAD_BALANCING("LocalLoadBalancing"),
  IDLE("Idle");

  private final String wire;

  OperationMode(String wire) {
    this.wire = wire;
  }

  /** True when a vehicle may feed back in this mode. */
  public boolean discharges() {
    return this != CHARGING_ONLY && this != IDLE;
  }

  /** As on the wire. */
  @Override
  public String toString() {
    return wire;
  }
}
