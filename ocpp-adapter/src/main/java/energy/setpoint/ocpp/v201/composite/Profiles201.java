package energy.setpoint.ocpp.v201.composite;

import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.OfflineRule;
import energy.setpoint.ocpp.composite.profile.ProfileKind;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.Recurrence;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.profile.ScheduleStart;
import energy.setpoint.ocpp.v201.wire.ChargingProfileKind;
import energy.setpoint.ocpp.v201.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v201.wire.ChargingProfileType;
import energy.setpoint.ocpp.v201.wire.ChargingSchedulePeriodType;
import energy.setpoint.ocpp.v201.wire.ChargingScheduleType;
import energy.setpoint.ocpp.v201.wire.NotifyChargingLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Charging profiles of OCPP 2.0.1 in neutral words. */
public final class Profiles201 {

  private Profiles201() {}

  public static ChargingProfile of(int evseId, ChargingProfileType profile) {
    return new ChargingProfile(
        profile.id(),
        evseId,
        profile.stackLevel(),
        purpose(profile.chargingProfilePurpose()),
        kind(profile.chargingProfileKind()),
        profile.recurrencyKind().map(name -> Recurrence.valueOf(name.toUpperCase(Locale.ROOT))),
        profile.chargingSchedule().stream().map(s -> schedule(s, s.startSchedule())).toList(),
        profile.transactionId(),
        profile.validFrom(),
        profile.validTo(),
        OfflineRule.STAYS_VALID,
        Optional.empty(),
        Optional.empty());
  }

  /** What holds from outside (K11.FR.06); all schedules of the message hold together. */
  static Optional<ChargingProfile> of(NotifyChargingLimit message, Instant received, int id) {
    return message
        .chargingSchedule()
        .map(schedules ->
            new ChargingProfile(
                id,
                message.evseId().orElse(0),
                0,
                ProfilePurpose.EXTERNAL_CONSTRAINTS,
                ProfileKind.ABSOLUTE,
                Optional.empty(),
                schedules.stream()
                    .map(s -> schedule(s, s.startSchedule().or(() -> Optional.of(received))))
                    .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OfflineRule.STAYS_VALID,
                Optional.empty(),
                Optional.empty()));
  }

  private static ProfilePurpose purpose(ChargingProfilePurpose purpose) {
    return switch (purpose) {
      case ChargingStationExternalConstraints -> ProfilePurpose.EXTERNAL_CONSTRAINTS;
      case ChargingStationMaxProfile -> ProfilePurpose.STATION_MAX;
      case TxDefaultProfile -> ProfilePurpose.TX_DEFAULT;
      case TxProfile -> ProfilePurpose.TX;
    };
  }

  private static ProfileKind kind(ChargingProfileKind kind) {
    return switch (kind) {
      case Absolute -> ProfileKind.ABSOLUTE;
      case Recurring -> ProfileKind.RECURRING;
      case Relative -> ProfileKind.RELATIVE;
    };
  }

  private static ChargingSchedule schedule(ChargingScheduleType schedule, Optional<Instant> start) {
    return new ChargingSchedule(
        schedule.id(),
        RateUnit.valueOf(schedule.chargingRateUnit().name()),
        start.map(ScheduleStart.At::new),
        schedule.duration(),
        0,
        Optional.empty(),
        schedule.minChargingRate().map(BigDecimal::doubleValue),
        schedule.chargingSchedulePeriod().stream().map(Profiles201::period).toList());
  }

  private static SchedulePeriod period(ChargingSchedulePeriodType period) {
    return SchedulePeriod.ofLimit(
        period.startPeriod(),
        period.limit().doubleValue(),
        period.numberPhases(),
        period.phaseToUse());
  }
}
