package energy.setpoint.ocpp.v16.wire;

/** What a profile limits. */
public enum ChargingProfilePurpose {
  ChargePointMaxProfile,
  TxDefaultProfile,
  TxProfile
}
