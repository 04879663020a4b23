package energy.setpoint.core.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long a device that failed is left alone: two seconds at first, twice as long each time, a
 * minute in the end, and for ever at that beat. Up to a quarter is added by chance, so that
 * stations that failed together do not all come back together.
 */
final class BackOff {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int DOUBLINGS = 5;
  private static final double JITTER = 0.25;

  private final RandomGenerator chance;
  private Optional<Disobedience> streak = Optional.empty();
  private Instant quietUntil = Instant.MIN;

  BackOff(RandomGenerator chance) {
    this.chance = chance;
  }

  void failed(Disobedience.Kind kind, String reason, Instant now) {
    Disobedience known =
        streak
            .map(before -> before.again(kind, reason))
            .orElseGet(() -> new Disobedience(kind, reason, now, 1));
    streak = Optional.of(known);
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(known.times() - 1, DOUBLINGS));
    Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    quietUntil = now.plus(pause).plusMillis((long) (pause.toMillis() * JITTER * chance()));
  }

  private double chance() {
    return chance.nextDouble();
  }

  /** It did as it was told. */
  void succeeded() {
    streak = Optional.empty();
    quietUntil = Instant.MIN;
  }

  /** It may be tried at once, because something has changed. */
  void hurry() {
    quietUntil = Instant.MIN;
  }

  /** Goes on where it was before a restart, and may be tried at once. */
  void resume(Disobedience before) {
    streak = Optional.of(before);
  }

  /** Empty while it obeys. */
  Optional<Disobedience> streak() {
    return streak;
  }

  /** When it may be tried again; long past when it may be now. */
  Instant quietUntil() {
    return quietUntil;
  }
}
