package energy.setpoint.ocpp.composite;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import java.time.Duration;
import java.time.Instant;

/**
 * The question of {@code GetCompositeSchedule}.
 *
 * @param evseId 0 for what the station as a whole takes from the grid
 * @param start when the station gets the question; the schedule starts then
 * @param durationSeconds 1 to {@value #MOST_SECONDS}
 * @param unit of the answer
 */
public record CompositeRequest(int evseId, Instant start, int durationSeconds, RateUnit unit) {

  /** The EVSE number of the whole station. */
  public static final int STATION = 0;

  /** A month; longer ones would be guesses, and their periods too many. */
  public static final int MOST_SECONDS = 31 * 86_400;

  public CompositeRequest {
    if (durationSeconds < 1 || durationSeconds > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "A composite schedule lasts 1 to %d s, but not %d."
              .formatted(MOST_SECONDS, durationSeconds));
    }
  }

  Interval window() {
    return Interval.of(start, Duration.ofSeconds(durationSeconds));
  }
}
