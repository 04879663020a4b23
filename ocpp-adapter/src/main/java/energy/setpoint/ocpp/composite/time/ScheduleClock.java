package energy.setpoint.ocpp.composite.time;

import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts the seconds of one schedule. */
public sealed interface ScheduleClock permits FixedClock, WallClock, UpdateClock {

  /** How far the schedule is; empty before it starts. */
  Optional<Duration> elapsedAt(Instant at);

  /**
   * Tells when the schedule reaches a place, as far as that is inside a window; telling other
   * moments does no harm.
   *
   * @param elapsed the place, since the start of the schedule
   */
  void moments(Duration elapsed, Interval window, Consumer<Instant> moments);
}
