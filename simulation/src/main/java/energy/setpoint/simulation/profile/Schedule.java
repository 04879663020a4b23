package energy.setpoint.simulation.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Limits over time.
 *
 * @param start empty when it counts from the start of the transaction
 * @param duration empty when the last period never ends
 * @param periods as they were sent
 */
public record Schedule(
    Optional<Instant> start,
    Optional<Duration> duration,
    RateUnit unit,
    List<SchedulePeriod> periods) {

  public Schedule {
    periods = List.copyOf(periods);
  }

  /**
   * The period that runs some seconds after the start (K01.FR.11, K01.FR.12).
   *
   * @param second negative before the start (K01.FR.30)
   */
  Optional<SchedulePeriod> periodAt(long second) {
    if (second < 0 || duration.filter(d -> second >= d.toSeconds()).isPresent()) {
      return Optional.empty();
    }
    for (int i = periods.size() - 1; i >= 0; i--) {
      if (periods.get(i).startSecond() <= second) {
        return Optional.of(periods.get(i));
      }
    }
    return Optional.empty();
  }
}
