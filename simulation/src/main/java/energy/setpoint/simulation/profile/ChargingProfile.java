package energy.setpoint.simulation.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A charging profile as it was sent to one EVSE of a station.
 *
 * @param evse 0 for the whole station
 * @param transactionId only for {@link Purpose#TX}
 * @param maxOffline not valid while the station has been offline for longer (2.1)
 * @param endsWhenOffline true when it never becomes valid again after that (2.1)
 */
public record ChargingProfile(
    int id,
    int evse,
    int stackLevel,
    Purpose purpose,
    Kind kind,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    Optional<String> transactionId,
    Optional<Duration> maxOffline,
    boolean endsWhenOffline,
    Schedule schedule) {

  /** K01.FR.10, K01.FR.36, K01.FR.37 and, for the time offline, K01.FR.101. */
  boolean isValidAt(Instant now, Duration offlineFor) {
    return validFrom.filter(now::isBefore).isEmpty()
        && validTo.filter(end -> !now.isBefore(end)).isEmpty()
        && !outlastedBy(offlineFor);
  }

  boolean outlastedBy(Duration offlineFor) {
    return maxOffline.filter(most -> offlineFor.compareTo(most) > 0).isPresent();
  }

  boolean overlaps(ChargingProfile other) {
    return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
  }

  private boolean startsBeforeEndOf(ChargingProfile other) {
    Instant start = validFrom.orElse(Instant.MIN);
    return other.validTo.filter(end -> !start.isBefore(end)).isEmpty();
  }

  /** The period that limits now, in a transaction that began at some time. */
  Optional<SchedulePeriod> periodAt(Instant now, Instant transactionStart) {
    Instant start = schedule.start().orElse(transactionStart);
    long second = Math.floorDiv(Duration.between(start, now).toMillis(), 1000L);
    return switch (kind) {
      case ABSOLUTE, RELATIVE -> schedule.periodAt(second);
      case DAILY -> schedule.periodAt(repeated(second, 86_400));
      case WEEKLY -> schedule.periodAt(repeated(second, 7 * 86_400));
      case DYNAMIC -> Optional.empty();
    };
  }

  private static long repeated(long second, long every) {
    return second < 0 ? second : second % every;
  }
}
