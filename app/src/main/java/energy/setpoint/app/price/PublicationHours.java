package energy.setpoint.app.price;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Asks once a day, at the hour at which tomorrow's prices usually are there; then every ten minutes
 * until they are. After a failure it asks again soon, and ever less often.
 *
 * @param publishedAt in the local time of the zone
 */
public record PublicationHours(ZoneId zone, LocalTime publishedAt) implements PollTimes {

  private static final Duration WHILE_MISSING = Duration.ofMinutes(10);
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration LAST_RETRY = Duration.ofMinutes(30);

  /** The market's days are those of Central Europe, which end earlier in the west. */
  private static final Duration WESTERN_ZONES = Duration.ofHours(2);

  private static final Duration SPREAD = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 5;

  @Override
  public Duration next(Instant now, Optional<Instant> coveredUntil, int failures, double chance) {
    if (failures > 0) {
      return jittered(retry(failures), chance);
    }
    ZonedDateTime local = now.atZone(zone);
    ZonedDateTime publication = local.with(publishedAt);
    if (isTomorrowKnown(local, coveredUntil)) {
      return spread(Duration.between(local, publication.plusDays(1)), chance);
    }
    return coveredUntil.isPresent() && local.isBefore(publication)
        ? spread(Duration.between(local, publication), chance)
        : jittered(WHILE_MISSING, chance);
  }

  private boolean isTomorrowKnown(ZonedDateTime local, Optional<Instant> coveredUntil) {
    Instant endOfTomorrow = local.toLocalDate().plusDays(2).atStartOfDay(zone).toInstant();
    Instant enough = endOfTomorrow.minus(WESTERN_ZONES);
    return coveredUntil.filter(until -> !until.isBefore(enough)).isPresent();
  }

  private static Duration retry(int failures) {
    Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
  }

  /** From four fifths to six fifths. */
  private static Duration jittered(Duration mean, double chance) {
    return Duration.ofMillis(Math.round(mean.toMillis() * (0.8 + 0.4 * chance)));
  }

  private static Duration spread(Duration until, double chance) {
    return until.plusMillis(Math.round(SPREAD.toMillis() * chance));
  }
}
