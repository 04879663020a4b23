package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.Range;
import java.util.List;
import java.util.Optional;

/** Asks for installed profiles, which come as {@link ReportChargingProfiles}. */
public record GetChargingProfiles(
    int requestId,
    @Range(min = 0) Optional<Integer> evseId,
    ChargingProfileCriterionType chargingProfile) {

  /** The answer. */
  public record Response(GetChargingProfileStatus status, Optional<StatusInfoType> statusInfo) {}

  /**
   * Part of {@link GetChargingProfiles}; all that is absent matches.
   *
   * @param chargingLimitSource such as {@code CSO} for us and {@code EMS}; an open list since 2.1
   */
  public record ChargingProfileCriterionType(
      Optional<ChargingProfilePurpose> chargingProfilePurpose,
      @Range(min = 0) Optional<Integer> stackLevel,
      @Items(min = 1) Optional<List<Integer>> chargingProfileId,
      @Items(min = 1, max = 4) @Length(20) Optional<List<String>> chargingLimitSource) {}

  /** Whether there is anything to report. */
  public enum GetChargingProfileStatus {
    Accepted,
    NoProfiles
  }
}
