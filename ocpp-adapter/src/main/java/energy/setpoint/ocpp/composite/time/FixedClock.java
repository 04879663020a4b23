package energy.setpoint.ocpp.composite.time;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.profile.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Counts from a moment, and from 0 again every 24 hours or 7 days, whatever clocks on walls do.
 *
 * @param start before which the schedule does not count (K01.FR.30)
 * @param recurrence absent when it counts once
 */
public record FixedClock(Instant start, Optional<Recurrence> recurrence) implements ScheduleClock {

  @Override
  public Optional<Duration> elapsedAt(Instant at) {
    if (at.isBefore(start)) {
      return Optional.empty();
    }
    Duration since = Duration.between(start, at);
    return Optional.of(recurrence.map(again -> rest(since, again.every())).orElse(since));
  }

  private static Duration rest(Duration since, Duration every) {
    return since.minus(every.multipliedBy(since.dividedBy(every)));
  }

  @Override
  public void moments(Duration elapsed, Interval window, Consumer<Instant> moments) {
    Instant first = start.plus(elapsed);
    if (recurrence.isEmpty()) {
      moments.accept(first);
      return;
    }
    Duration every = recurrence.get().every();
    long passed = Math.max(0, Duration.between(first, window.start()).dividedBy(every));
    Instant moment = first.plus(every.multipliedBy(passed));
    for (; moment.isBefore(window.end()); moment = moment.plus(every)) {
      moments.accept(moment);
    }
  }
}
