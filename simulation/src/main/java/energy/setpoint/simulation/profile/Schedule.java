package energy.setpoint.simulation.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Limits over time.
 *
 * @param id as it was sent, 0 in 1.6
 * @param start empty when it counts from the start of the transaction; with {@code localTime} the
 *     wall clock's reading as if it were UTC (K01.FR.90)
 * @param duration empty when the last period never ends
 * @param periods as they were sent
 * @param socLimit a cap for vehicles that are nearly full (K01.FR.100)
 * @param randomizedDelay the most by which later periods may be postponed (K01.FR.92)
 */
public record Schedule(
    int id,
    Optional<Instant> start,
    Optional<Duration> duration,
    RateUnit unit,
    List<SchedulePeriod> periods,
    Optional<SocLimit> socLimit,
    Duration randomizedDelay,
    boolean localTime) {

  /**
   * @param soc in percent
   * @param limit in the unit of the schedule
   */
  public record SocLimit(int soc, double limit) {}

  public Schedule {
    periods = List.copyOf(periods);
  }

  public Schedule(
      Optional<Instant> start,
      Optional<Duration> duration,
      RateUnit unit,
      List<SchedulePeriod> periods) {
    this(0, start, duration, unit, periods, Optional.empty(), Duration.ZERO, false);
  }

  /**
   * What a vehicle makes of it: no limit above what it takes (K15.FR.09).
   *
   * @param most in the unit of the schedule
   */
  public Schedule upTo(double most) {
    List<SchedulePeriod> capped =
        periods.stream()
            .map(p -> p.limit().map(limit -> p.withLimit(limit.upTo(most))).orElse(p))
            .toList();
    return new Schedule(id, start, duration, unit, capped, socLimit, randomizedDelay, localTime);
  }

  Schedule withPeriod(SchedulePeriod only) {
    return new Schedule(
        id, start, duration, unit, List.of(only), socLimit, randomizedDelay, localTime);
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
      if (startOf(i) <= second) {
        return Optional.of(periods.get(i));
      }
    }
    return Optional.empty();
  }

  /** When a period starts, its random delay included; the same whenever it is asked. */
  public long startOf(int index) {
    SchedulePeriod period = periods.get(index);
    if (index == 0 || randomizedDelay.isZero()) {
      return period.startSecond();
    }
    // K01.FR.93: fixed once, so that a composite schedule tells the truth.
    long mixed = (31L * id + period.startSecond()) * 0x9E3779B97F4A7C15L >>> 33;
    return period.startSecond() + mixed % (randomizedDelay.toSeconds() + 1);
  }
}
