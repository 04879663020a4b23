package energy.setpoint.ocpp.security.password;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pauses after failed logins that double with every further one. Whoever has not failed for an hour
 * is forgotten, and so is whoever failed longest ago when too many have.
 */
public final class LockOuts {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final Duration MEMORY = Duration.ofHours(1);

  /** Doubling further would overflow, and is beyond the longest pause anyway. */
  private static final int MOST_DOUBLINGS = 20;

  private final int free;
  private final int bound;
  private final InstantSource clock;
  private final LinkedHashMap<String, Failures> failing = new LinkedHashMap<>();

  /**
   * @param free how many failures in a row have no consequence
   * @param bound how many who failed are remembered
   */
  public LockOuts(int free, int bound, InstantSource clock) {
    this.free = free;
    this.bound = bound;
    this.clock = clock;
  }

  /** How long somebody has to wait still; empty when not at all. */
  public synchronized Optional<Duration> findPause(String who) {
    return Optional.ofNullable(failing.get(who)).flatMap(it -> it.left(clock.instant()));
  }

  /** Notes a failure; the pause that it costs, if any. */
  public synchronized Optional<Duration> failed(String who) {
    Instant now = clock.instant();
    Failures before = failing.remove(who);
    int count = before == null || before.isForgotten(now) ? 1 : before.count() + 1;
    Duration pause = count <= free ? Duration.ZERO : pauseAfter(count - free);
    failing.put(who, new Failures(count, now, now.plus(pause)));
    if (failing.size() > bound) {
      failing.pollFirstEntry();
    }
    return Optional.of(pause).filter(Duration::isPositive);
  }

  public synchronized void succeeded(String who) {
    failing.remove(who);
  }

  /** How many wait now. */
  public synchronized int locked() {
    Instant now = clock.instant();
    return (int)
        failing.entrySet().stream()
            .map(Map.Entry::getValue)
            .filter(it -> it.left(now).isPresent())
            .count();
  }

  private static Duration pauseAfter(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private record Failures(int count, Instant last, Instant lockedUntil) {

    Optional<Duration> left(Instant now) {
      return Optional.of(Duration.between(now, lockedUntil)).filter(Duration::isPositive);
    }

    boolean isForgotten(Instant now) {
      return last.plus(MEMORY).isBefore(now);
    }
  }
}
