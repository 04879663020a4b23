package energy.setpoint.ocpp.v201.wire;

/** What a profile limits. */
public enum ChargingProfilePurpose {
  ChargingStationExternalConstraints,
  ChargingStationMaxProfile,
  TxDefaultProfile,
  TxProfile
}
