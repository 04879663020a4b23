package energy.setpoint.ocpp.proxy.limit;

import energy.setpoint.ocpp.composite.CompositeAnswer;
import energy.setpoint.ocpp.composite.CompositeRequest;
import energy.setpoint.ocpp.composite.CompositeRules;
import energy.setpoint.ocpp.composite.CompositeSchedules;
import energy.setpoint.ocpp.composite.InstalledProfiles;
import energy.setpoint.ocpp.composite.InstalledProfiles.Installation;
import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.OfflineRule;
import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.ProfileKind;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.profile.ScheduleStart;
import energy.setpoint.ocpp.composite.station.Station;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lowest limit in any period of a profile, for where nobody knows which of them holds: never
 * more than the profile means, sometimes less.
 */
public record FlatLimits(CompositeRules rules, Place place) {

  private static final Instant ANY_TIME = Instant.parse("2020-01-01T00:00:00Z");

  public Allowance lowest(List<ChargingProfile> profiles) {
    return profiles.stream()
        .flatMap(profile -> profile.schedules().stream())
        .flatMap(schedule -> lowest(schedule).stream().map(it -> allowance(schedule, it)))
        .reduce(Allowance.ANYTHING, Allowance::min);
  }

  /** The lowest for each number of phases: of those with as many, no other can count. */
  private static List<SchedulePeriod> lowest(ChargingSchedule schedule) {
    Map<Optional<Integer>, SchedulePeriod> byPhases = new LinkedHashMap<>();
    for (SchedulePeriod period : schedule.periods()) {
      byPhases.merge(period.numberPhases(), period, (a, b) -> limitOf(a) <= limitOf(b) ? a : b);
    }
    return List.copyOf(byPhases.values());
  }

  private static double limitOf(SchedulePeriod period) {
    return period.limit().map(PhaseValues::value).orElse(0.0);
  }

  private Allowance allowance(ChargingSchedule schedule, SchedulePeriod period) {
    Station station = place.station(Optional.empty(), ZoneOffset.UTC);
    var request = new CompositeRequest(place.evse(), ANY_TIME, 1, place.unit());
    return InstalledProfiles.none(rules).install(alone(schedule, period), station)
                instanceof Installation.Accepted taken
            && CompositeSchedules.answer(taken.profiles(), station, request)
                instanceof CompositeAnswer.Accepted answer
        ? place.least(answer.schedule())
        : Allowance.NOTHING;
  }

  /** A default profile that says nothing else, always. */
  private static ChargingProfile alone(ChargingSchedule schedule, SchedulePeriod period) {
    var only =
        SchedulePeriod.ofLimit(
            0,
            tenths(limitOf(period)),
            period.numberPhases().filter(count -> count >= 1 && count <= 3),
            Optional.empty());
    return new ChargingProfile(
        1,
        0,
        0,
        ProfilePurpose.TX_DEFAULT,
        ProfileKind.ABSOLUTE,
        Optional.empty(),
        List.of(
            new ChargingSchedule(
                1,
                schedule.unit(),
                Optional.of(new ScheduleStart.At(ANY_TIME)),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(only))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OfflineRule.STAYS_VALID,
        Optional.empty(),
        Optional.empty());
  }

  /** All that 1.6 takes (section 7.14). */
  private static double tenths(double limit) {
    return Math.floor(Math.max(0, limit) * 10) / 10;
  }
}
