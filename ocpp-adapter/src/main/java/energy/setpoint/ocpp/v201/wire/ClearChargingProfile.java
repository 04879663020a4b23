package energy.setpoint.ocpp.v201.wire;

import java.util.Optional;

/** Removes charging profiles by id or by criteria. */
public record ClearChargingProfile(
    Optional<Integer> chargingProfileId,
    Optional<ClearChargingProfileType> chargingProfileCriteria) {

  /** The answer. */
  public record Response(ClearChargingProfileStatus status, Optional<StatusInfoType> statusInfo) {}

  /** Part of {@link ClearChargingProfile}. */
  public record ClearChargingProfileType(
      Optional<Integer> evseId,
      Optional<ChargingProfilePurpose> chargingProfilePurpose,
      Optional<Integer> stackLevel) {}

  /** In {@link ClearChargingProfile}. */
  public enum ClearChargingProfileStatus {
    Accepted,
    Unknown
  }
}
