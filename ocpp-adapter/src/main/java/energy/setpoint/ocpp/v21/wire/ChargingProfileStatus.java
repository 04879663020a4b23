package energy.setpoint.ocpp.v21.wire;

/** What a station did with a profile. */
public enum ChargingProfileStatus {
  Accepted,
  Rejected
}
