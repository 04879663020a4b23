package energy.setpoint.ocpp.v21.wire;

/** OperationMode. */
public enum OperationMode {
  Idle,
  ChargingOnly,
  CentralSetpoint,
  ExternalSetpoint,
  ExternalLimits,
  CentralFrequency,
  LocalFrequency,
  LocalLoadBalancing
}
