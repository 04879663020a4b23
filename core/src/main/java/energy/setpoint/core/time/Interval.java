package energy.setpoint.core.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time {@code [start, end)}.
 *
 * @param start included
 * @param end excluded, after the start
 */
public record Interval(Instant start, Instant end) {

  public Interval {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "An interval must end after it starts, but starts " + start + " and ends " + end + ".");
    }
  }

  public static Interval of(Instant start, Duration length) {
    return new Interval(start, start.plus(length));
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  public boolean overlaps(Interval other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
