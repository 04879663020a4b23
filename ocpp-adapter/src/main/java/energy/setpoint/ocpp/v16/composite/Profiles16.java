package energy.setpoint.ocpp.v16.composite;

import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.OfflineRule;
import energy.setpoint.ocpp.composite.profile.ProfileKind;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.Recurrence;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.profile.ScheduleStart;
import energy.setpoint.ocpp.v16.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingProfileKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Charging profiles of OCPP 1.6 in neutral words. */
public final class Profiles16 {

  private Profiles16() {}

  public static ChargingProfile of(SetChargingProfile message) {
    SetChargingProfile.ChargingProfile profile = message.csChargingProfiles();
    return new ChargingProfile(
        profile.chargingProfileId(),
        message.connectorId(),
        profile.stackLevel(),
        purpose(profile.chargingProfilePurpose()),
        kind(profile.chargingProfileKind()),
        profile.recurrencyKind().map(name -> Recurrence.valueOf(name.toUpperCase(Locale.ROOT))),
        List.of(schedule(profile.chargingSchedule())),
        profile.transactionId().map(String::valueOf),
        profile.validFrom(),
        profile.validTo(),
        OfflineRule.STAYS_VALID,
        Optional.empty(),
        Optional.empty());
  }

  public static ProfilePurpose purpose(ChargingProfilePurpose purpose) {
    return switch (purpose) {
      case ChargePointMaxProfile -> ProfilePurpose.STATION_MAX;
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

  private static ChargingSchedule schedule(SetChargingProfile.ChargingSchedule schedule) {
    return new ChargingSchedule(
        0,
        RateUnit.valueOf(schedule.chargingRateUnit().name()),
        schedule.startSchedule().map(ScheduleStart.At::new),
        schedule.duration(),
        0,
        Optional.empty(),
        schedule.minChargingRate().map(BigDecimal::doubleValue),
        schedule.chargingSchedulePeriod().stream().map(Profiles16::period).toList());
  }

  private static SchedulePeriod period(SetChargingProfile.ChargingSchedulePeriod period) {
    return SchedulePeriod.ofLimit(
        period.startPeriod(),
        period.limit().doubleValue(),
        period.numberPhases(),
        Optional.empty());
  }
}
