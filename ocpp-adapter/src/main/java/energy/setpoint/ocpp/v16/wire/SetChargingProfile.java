package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.OneOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Installs or replaces a charging profile. */
public record SetChargingProfile(int connectorId, ChargingProfile csChargingProfiles) {

  /** The answer. */
  public record Response(ChargingProfileStatus status) {}

  /** Part of {@link SetChargingProfile}. */
  public record ChargingProfile(
      int chargingProfileId,
      int stackLevel,
      ChargingProfilePurpose chargingProfilePurpose,
      ChargingProfileKind chargingProfileKind,
      ChargingSchedule chargingSchedule,
      Optional<Integer> transactionId,
      @OneOf({"Daily", "Weekly"}) Optional<String> recurrencyKind,
      Optional<Instant> validFrom,
      Optional<Instant> validTo) {}

  /** Part of {@link SetChargingProfile}. */
  public record ChargingSchedule(
      ChargingRateUnit chargingRateUnit,
      List<ChargingSchedulePeriod> chargingSchedulePeriod,
      Optional<Integer> duration,
      Optional<Instant> startSchedule,
      Optional<BigDecimal> minChargingRate) {}

  /** Part of {@link SetChargingProfile}. */
  public record ChargingSchedulePeriod(
      int startPeriod, BigDecimal limit, Optional<Integer> numberPhases) {}

  /** In {@link SetChargingProfile}. */
  public enum ChargingProfileKind {
    Absolute,
    Recurring,
    Relative
  }

  /** In {@link SetChargingProfile}. */
  public enum ChargingRateUnit {
    A,
    W
  }

  /** What a station did with a profile. */
  public enum ChargingProfileStatus {
    Accepted,
    Rejected,
    NotSupported
  }
}
