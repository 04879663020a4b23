package energy.setpoint.ocpp.v201.wire;

import java.util.Optional;

/** Installs or replaces a charging profile. */
public record SetChargingProfile(int evseId, ChargingProfileType chargingProfile) {

  /** The answer. */
  public record Response(ChargingProfileStatus status, Optional<StatusInfoType> statusInfo) {}

  /** What a station did with a profile. */
  public enum ChargingProfileStatus {
    Accepted,
    Rejected
  }
}
