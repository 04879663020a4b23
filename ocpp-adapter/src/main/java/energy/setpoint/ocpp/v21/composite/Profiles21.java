package energy.setpoint.ocpp.v21.composite;

import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.OfflineRule;
import energy.setpoint.ocpp.composite.profile.ProfileKind;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.Recurrence;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.profile.ScheduleStart;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.wire.ChargingProfileKind;
import energy.setpoint.ocpp.v21.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v21.wire.ChargingProfileType;
import energy.setpoint.ocpp.v21.wire.ChargingScheduleType;
import energy.setpoint.ocpp.v21.wire.NotifyChargingLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Charging profiles of OCPP 2.1 in neutral words. */
public final class Profiles21 {

  private Profiles21() {}

  public static ChargingProfile of(int evseId, ChargingProfileType profile) throws RpcException {
    List<ChargingSchedule> schedules = new ArrayList<>();
    for (ChargingScheduleType schedule : profile.chargingSchedule()) {
      String path = "chargingProfile.chargingSchedule[%d]".formatted(schedules.size());
      schedules.add(schedule(schedule, start(schedule), path));
    }
    return new ChargingProfile(
        profile.id(),
        evseId,
        profile.stackLevel(),
        purpose(profile.chargingProfilePurpose()),
        kind(profile.chargingProfileKind()),
        profile.recurrencyKind().map(name -> Recurrence.valueOf(name.toUpperCase(Locale.ROOT))),
        schedules,
        profile.transactionId(),
        profile.validFrom(),
        profile.validTo(),
        new OfflineRule(
            profile.maxOfflineDuration(), profile.invalidAfterOfflineDuration().orElse(false)),
        profile.dynUpdateTime(),
        profile.dynUpdateInterval());
  }

  /**
   * What holds from outside (K11.FR.06), or what is made here (K27.FR.01); all schedules of the
   * message hold together.
   */
  static List<ChargingProfile> of(NotifyChargingLimit message, Instant received, int id)
      throws RpcException {
    List<ChargingSchedule> schedules = new ArrayList<>();
    for (ChargingScheduleType schedule : message.chargingSchedule().orElse(List.of())) {
      Optional<ScheduleStart> start = start(schedule);
      schedules.add(
          schedule(
              schedule,
              start.or(() -> Optional.of(new ScheduleStart.At(received))),
              "chargingSchedule[%d]".formatted(schedules.size())));
    }
    boolean generation = message.chargingLimit().isLocalGeneration().orElse(false);
    return schedules.isEmpty()
        ? List.of()
        : List.of(
            new ChargingProfile(
                id,
                message.evseId().orElse(0),
                0,
                generation ? ProfilePurpose.LOCAL_GENERATION : ProfilePurpose.EXTERNAL_CONSTRAINTS,
                ProfileKind.ABSOLUTE,
                Optional.empty(),
                schedules,
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
      case PriorityCharging -> ProfilePurpose.PRIORITY_CHARGING;
      case LocalGeneration -> ProfilePurpose.LOCAL_GENERATION;
    };
  }

  private static ProfileKind kind(ChargingProfileKind kind) {
    return switch (kind) {
      case Absolute -> ProfileKind.ABSOLUTE;
      case Recurring -> ProfileKind.RECURRING;
      case Relative -> ProfileKind.RELATIVE;
      case Dynamic -> ProfileKind.DYNAMIC;
    };
  }

  private static ChargingSchedule schedule(
      ChargingScheduleType schedule, Optional<ScheduleStart> start, String path)
      throws RpcException {
    List<SchedulePeriod> periods = new ArrayList<>();
    for (var period : schedule.chargingSchedulePeriod()) {
      periods.add(
          Periods21.of(period, "%s.chargingSchedulePeriod[%d]".formatted(path, periods.size())));
    }
    return new ChargingSchedule(
        schedule.id(),
        RateUnit.valueOf(schedule.chargingRateUnit().name()),
        start,
        schedule.duration(),
        schedule.randomizedDelay().orElse(0),
        schedule
            .limitAtSoC()
            .map(
                limit -> new ChargingSchedule.LimitAtSoc(limit.soc(), limit.limit().doubleValue())),
        schedule.minChargingRate().map(BigDecimal::doubleValue),
        periods);
  }

  /** Local times come with Z, see {@link LocalTimes21}. */
  private static Optional<ScheduleStart> start(ChargingScheduleType schedule) {
    boolean local = schedule.useLocalTime().orElse(false);
    return schedule
        .startSchedule()
        .map(at ->
            local
                ? new ScheduleStart.AtLocalTime(LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                : new ScheduleStart.At(at));
  }
}
