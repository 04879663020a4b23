package energy.setpoint.ocpp.composite.time;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * A schedule with the clock that counts it.
 *
 * @param schedule its periods and its duration
 * @param clock how far it is
 * @param delays by which its periods begin later
 */
public record RunningSchedule(ChargingSchedule schedule, ScheduleClock clock, StartDelays delays) {

  /** The period that runs; several when it depends on a delay that nobody knows; none outside. */
  public List<SchedulePeriod> periodsAt(Instant at) {
    return clock
        .elapsedAt(at)
        .filter(elapsed -> !isOver(elapsed))
        .map(this::periodsAfter)
        .orElse(List.of());
  }

  private boolean isOver(Duration elapsed) {
    return schedule
        .durationSeconds()
        .filter(duration -> elapsed.compareTo(Duration.ofSeconds(duration)) >= 0)
        .isPresent();
  }

  /**
   * The last period that has certainly begun, and all later ones that may have. A period whose
   * drawn start comes after that of a later one never runs (2.1 errata K01.FR.97).
   */
  private List<SchedulePeriod> periodsAfter(Duration elapsed) {
    List<SchedulePeriod> periods = schedule.periods();
    int certain = 0;
    int possible = 0;
    for (int i = 0; i < periods.size(); i++) {
      certain = hasBegun(periods.get(i), delays.most(i), elapsed) ? i : certain;
      possible = hasBegun(periods.get(i), delays.least(i), elapsed) ? i : possible;
    }
    return periods.subList(certain, possible + 1);
  }

  private static boolean hasBegun(SchedulePeriod period, int delay, Duration elapsed) {
    return elapsed.compareTo(start(period, delay)) >= 0;
  }

  private static Duration start(SchedulePeriod period, int delay) {
    return Duration.ofSeconds((long) period.startPeriod() + delay);
  }

  /** Tells every moment inside a window at which another period may begin to run. */
  public void changes(Interval window, Consumer<Instant> moments) {
    clock.moments(Duration.ZERO, window, moments);
    schedule
        .durationSeconds()
        .ifPresent(duration -> clock.moments(Duration.ofSeconds(duration), window, moments));
    for (int i = 0; i < schedule.periods().size(); i++) {
      SchedulePeriod period = schedule.periods().get(i);
      clock.moments(start(period, delays.least(i)), window, moments);
      clock.moments(start(period, delays.most(i)), window, moments);
    }
  }
}
