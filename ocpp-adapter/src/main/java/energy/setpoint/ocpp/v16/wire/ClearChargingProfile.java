package energy.setpoint.ocpp.v16.wire;

import java.util.Optional;

/** Removes charging profiles by id or by criteria. */
public record ClearChargingProfile(
    Optional<Integer> id,
    Optional<Integer> connectorId,
    Optional<ChargingProfilePurpose> chargingProfilePurpose,
    Optional<Integer> stackLevel) {

  /** The answer. */
  public record Response(ClearChargingProfileStatus status) {}

  /** In {@link ClearChargingProfile}. */
  public enum ClearChargingProfileStatus {
    Accepted,
    Unknown
  }
}
