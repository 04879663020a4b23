package energy.setpoint.app.price;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a feed is asked again. */
@FunctionalInterface
public interface PollTimes {

  /**
   * How long to wait, in the site's time.
   *
   * @param coveredUntil up to where prices are known from now on; empty when today's are missing
   * @param failures in a row, 0 after an answer that could be used
   * @param chance from 0 to 1: not all sites of the world ask in the same second
   */
  Duration next(Instant now, Optional<Instant> coveredUntil, int failures, double chance);

  /** For a file beside us, which is read only when it has changed. */
  static PollTimes everyMinute() {
    return (_, _, _, _) -> Duration.ofMinutes(1);
  }
}
