package energy.setpoint.ocpp.composite.time;

import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Counts the age of the values of a dynamic profile (2.1 K28.FR.13): what was updated holds at
 * once, also when the station's clock is a little behind.
 *
 * @param updated when the values were set
 * @param start before which the schedule does not count; absent for always
 */
public record UpdateClock(Instant updated, Optional<Instant> start) implements ScheduleClock {

  @Override
  public Optional<Duration> elapsedAt(Instant at) {
    if (start.filter(at::isBefore).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(at.isBefore(updated) ? Duration.ZERO : Duration.between(updated, at));
  }

  @Override
  public void moments(Duration elapsed, Interval window, Consumer<Instant> moments) {
    moments.accept(updated.plus(elapsed));
    start.ifPresent(moments);
  }
}
