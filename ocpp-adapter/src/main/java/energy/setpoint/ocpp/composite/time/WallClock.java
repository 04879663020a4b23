package energy.setpoint.ocpp.composite.time;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.profile.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Counts on the clock at the station: when that is set back, seconds of the schedule are counted
 * twice, and when it is set forward, some are skipped (2.1 K01.FR.91).
 *
 * @param start on that clock
 * @param recurrence absent when it counts once
 * @param zone of the clock
 */
public record WallClock(LocalDateTime start, Optional<Recurrence> recurrence, ZoneId zone)
    implements ScheduleClock {

  @Override
  public Optional<Duration> elapsedAt(Instant at) {
    return onTheWall().elapsedAt(wallTime(at));
  }

  @Override
  public void moments(Duration elapsed, Interval window, Consumer<Instant> moments) {
    // A day more on each side: no clock is further from UTC.
    Instant early = wallTime(window.start()).minus(Duration.ofDays(1));
    Instant late = wallTime(window.end()).plus(Duration.ofDays(1));
    onTheWall()
        .moments(elapsed, new Interval(early, late), wall -> whenTheWallShows(wall, moments));
    transitions(window, moments);
  }

  /** The same clock in a world whose wall time is UTC. */
  private FixedClock onTheWall() {
    return new FixedClock(start.toInstant(ZoneOffset.UTC), recurrence);
  }

  private Instant wallTime(Instant at) {
    return LocalDateTime.ofInstant(at, zone).toInstant(ZoneOffset.UTC);
  }

  /** Once, twice when the clock was set back, never when that time was skipped. */
  private void whenTheWallShows(Instant wall, Consumer<Instant> moments) {
    LocalDateTime local = LocalDateTime.ofInstant(wall, ZoneOffset.UTC);
    for (ZoneOffset offset : zone.getRules().getValidOffsets(local)) {
      moments.accept(local.toInstant(offset));
    }
  }

  private void transitions(Interval window, Consumer<Instant> moments) {
    ZoneRules rules = zone.getRules();
    var next = rules.nextTransition(window.start());
    while (next != null && next.getInstant().isBefore(window.end())) {
      moments.accept(next.getInstant());
      next = rules.nextTransition(next.getInstant());
    }
  }
}
