package energy.setpoint.ocpp.v21.wire;

/** What a profile limits. */
public enum ChargingProfilePurpose {
  ChargingStationExternalConstraints,
  ChargingStationMaxProfile,
  TxDefaultProfile,
  TxProfile,
  PriorityCharging,
  LocalGeneration
}
