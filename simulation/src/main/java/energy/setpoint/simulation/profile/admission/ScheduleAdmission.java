package energy.setpoint.simulation.profile.admission;

import static energy.setpoint.simulation.profile.admission.Admission.refuse;

import energy.setpoint.core.site.Evse;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Feature;
import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.Schedule;
import energy.setpoint.simulation.profile.SchedulePeriod;
import energy.setpoint.simulation.profile.Verdict.Refused;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a station takes a schedule of a profile.
 *
 * @param evses those that the profile is for
 */
record ScheduleAdmission(ProfileRules rules, ChargingProfile profile, List<Evse> evses) {

  Optional<Refused> findFault(Schedule schedule) {
    return findInvalidSchedule(schedule)
        .or(() -> findUnsupportedField(schedule))
        .or(() -> findInvalidStart(schedule))
        .or(() -> findInvalidOrder(schedule.periods()))
        .or(() -> findInvalidPeriod(schedule));
  }

  private Optional<Refused> findInvalidSchedule(Schedule schedule) {
    if (!rules.units().contains(schedule.unit())) {
      return refuse("UnsupportedRateUnit", "K01.FR.26");
    }
    if (schedule.periods().isEmpty()) {
      return refuse("InvalidSchedule", "There is no period");
    }
    if (schedule.periods().size() > rules.maxPeriods()) {
      return refuse("TooManyElements", "At most " + rules.maxPeriods() + " periods");
    }
    return schedule.duration().filter(d -> d.isNegative() || d.isZero()).isPresent()
        ? refuse("InvalidSchedule", "The duration must be above 0 s")
        : Optional.empty();
  }

  private Optional<Refused> findUnsupportedField(Schedule schedule) {
    boolean delayed = !schedule.randomizedDelay().isZero();
    if (schedule.localTime() && !rules.has(Feature.LOCAL_TIME)) {
      return refuse("InvalidSchedule", "K01.FR.123: useLocalTime");
    }
    if (delayed && !rules.has(Feature.RANDOMIZED_DELAY)) {
      return refuse("InvalidSchedule", "K01.FR.124: randomizedDelay");
    }
    if (delayed && profile.purpose() != Purpose.TX && profile.purpose() != Purpose.TX_DEFAULT) {
      return refuse("InvalidSchedule", "K01.FR.95: randomizedDelay is for transactions");
    }
    if (schedule.socLimit().isPresent() && !rules.has(Feature.LIMIT_AT_SOC)) {
      return refuse("InvalidSchedule", "K01.FR.125: limitAtSoC");
    }
    return Optional.empty();
  }

  private Optional<Refused> findInvalidStart(Schedule schedule) {
    boolean hasStart = schedule.start().isPresent();
    return switch (profile.kind()) {
      case RELATIVE -> {
        if (profile.purpose() == Purpose.STATION_MAX) {
          yield refuse("InvalidProfile", "K01.FR.38: a station's maximum cannot be relative");
        }
        yield hasStart && rules.needsStart()
            ? refuse("InvalidSchedule", "K01.FR.41: a relative schedule has no start")
            : Optional.empty();
      }
      case ABSOLUTE, DAILY, WEEKLY ->
          !hasStart && rules.needsStart()
              ? refuse("InvalidSchedule", "K01.FR.40: startSchedule is missing")
              : Optional.empty();
      case DYNAMIC -> Optional.empty();
    };
  }

  private static Optional<Refused> findInvalidOrder(List<SchedulePeriod> periods) {
    if (periods.getFirst().startSecond() != 0) {
      return refuse("InvalidSchedule", "K01.FR.31, K28.FR.03: the first period must start at 0");
    }
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i - 1).startSecond() >= periods.get(i).startSecond()) {
        return refuse("InvalidSchedule", "K01.FR.35: periods must be in order");
      }
    }
    return Optional.empty();
  }

  private Optional<Refused> findInvalidPeriod(Schedule schedule) {
    PeriodAdmission periods = new PeriodAdmission(rules, profile.purpose(), schedule, evses);
    return schedule.periods().stream()
        .map(periods::findFault)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
