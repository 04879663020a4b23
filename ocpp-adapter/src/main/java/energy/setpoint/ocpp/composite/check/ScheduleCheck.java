package energy.setpoint.ocpp.composite.check;

import static energy.setpoint.ocpp.composite.check.ProfileRule.ABSOLUTE_HAS_A_START;
import static energy.setpoint.ocpp.composite.check.ProfileRule.DURATION_COUNTS_FROM_ZERO;
import static energy.setpoint.ocpp.composite.check.ProfileRule.FIRST_PERIOD_STARTS_AT_ZERO;
import static energy.setpoint.ocpp.composite.check.ProfileRule.LIMIT_IS_NOT_NEGATIVE;
import static energy.setpoint.ocpp.composite.check.ProfileRule.ONLY_TX_IS_DELAYED;
import static energy.setpoint.ocpp.composite.check.ProfileRule.PERIODS_ASCEND;
import static energy.setpoint.ocpp.composite.check.ProfileRule.PRIORITY_HAS_NO_DURATION;
import static energy.setpoint.ocpp.composite.check.ProfileRule.RATE_UNIT_IS_KNOWN;
import static energy.setpoint.ocpp.composite.check.ProfileRule.RELATIVE_HAS_NO_START;

import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.profile.ScheduleStart;
import energy.setpoint.ocpp.composite.station.Station;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Holds one schedule of a profile against the rules.
 *
 * @param index of the schedule
 */
record ScheduleCheck(Breaches breaches, ChargingProfile profile, Station station, int index) {

  void check() {
    ChargingSchedule schedule = profile.schedules().get(index);
    boolean unitKnown = station.rateUnits().contains(schedule.unit());
    breaches.require(RATE_UNIT_IS_KNOWN, unitKnown, at("chargingRateUnit"), schedule.unit());
    start(schedule);
    int duration = schedule.durationSeconds().orElse(0);
    breaches.require(DURATION_COUNTS_FROM_ZERO, duration >= 0, at("duration"), duration);
    boolean priority = profile.purpose() == ProfilePurpose.PRIORITY_CHARGING;
    boolean ends = schedule.durationSeconds().isPresent();
    breaches.require(PRIORITY_HAS_NO_DURATION, !priority || !ends, at("duration"), duration);
    int delay = schedule.randomizedDelaySeconds();
    breaches.require(
        ONLY_TX_IS_DELAYED, delay == 0 || mayBeDelayed(), at("randomizedDelay"), delay);
    schedule
        .limitAtSoc()
        .ifPresent(most ->
            breaches.require(
                LIMIT_IS_NOT_NEGATIVE, most.limit() >= 0, at("limitAtSoC/limit"), most.limit()));
    order(schedule.periods());
    for (int i = 0; i < schedule.periods().size(); i++) {
      new PeriodCheck(breaches, profile.purpose(), schedule, index, i).check();
    }
  }

  private void start(ChargingSchedule schedule) {
    boolean starts = schedule.start().isPresent();
    String pointer = at("startSchedule");
    breaches.requireOurEra(schedule.start().map(ScheduleCheck::instant), pointer);
    switch (profile.kind()) {
      case ABSOLUTE, RECURRING ->
          breaches.require(ABSOLUTE_HAS_A_START, starts, pointer, "missing");
      case RELATIVE -> breaches.require(RELATIVE_HAS_NO_START, !starts, pointer, "there");
      case DYNAMIC -> {}
    }
  }

  private static Instant instant(ScheduleStart start) {
    return switch (start) {
      case ScheduleStart.At at -> at.instant();
      case ScheduleStart.AtLocalTime at -> at.time().toInstant(ZoneOffset.UTC);
    };
  }

  private boolean mayBeDelayed() {
    return switch (profile.purpose()) {
      case TX, TX_DEFAULT, EXTERNAL_CONSTRAINTS -> true;
      case STATION_MAX, PRIORITY_CHARGING, LOCAL_GENERATION -> false;
    };
  }

  private void order(List<SchedulePeriod> periods) {
    int first = periods.getFirst().startPeriod();
    breaches.require(FIRST_PERIOD_STARTS_AT_ZERO, first == 0, at(0, "startPeriod"), first);
    for (int i = 1; i < periods.size(); i++) {
      int start = periods.get(i).startPeriod();
      boolean later = start > periods.get(i - 1).startPeriod();
      breaches.require(PERIODS_ASCEND, later, at(i, "startPeriod"), start);
    }
  }

  private String at(String field) {
    return breaches.path().of(index, field);
  }

  private String at(int period, String field) {
    return breaches.path().of(index, period, field);
  }
}
