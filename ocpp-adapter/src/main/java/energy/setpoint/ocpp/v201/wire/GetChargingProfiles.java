package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import java.util.List;
import java.util.Optional;

/** Asks for installed profiles, which come as {@link ReportChargingProfiles}. */
public record GetChargingProfiles(
    int requestId, Optional<Integer> evseId, ChargingProfileCriterionType chargingProfile) {

  /** The answer. */
  public record Response(GetChargingProfileStatus status, Optional<StatusInfoType> statusInfo) {}

  /** Part of {@link GetChargingProfiles}; all that is absent matches. */
  public record ChargingProfileCriterionType(
      Optional<ChargingProfilePurpose> chargingProfilePurpose,
      Optional<Integer> stackLevel,
      @Items(min = 1) Optional<List<Integer>> chargingProfileId,
      @Items(min = 1, max = 4) Optional<List<ChargingLimitSource>> chargingLimitSource) {}

  /** Who set a limit. */
  public enum ChargingLimitSource {
    EMS,
    Other,
    SO,
    CSO
  }

  /** Whether there is anything to report. */
  public enum GetChargingProfileStatus {
    Accepted,
    NoProfiles
  }
}
