package energy.setpoint.der.device;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Notices a device that comes and goes. Not thread-safe. */
final class Flaps {

  /** So often within the time is flapping. */
  static final int MANY = 3;

  private static final Duration SHORTEST = Duration.ofMinutes(10);

  private final Deque<Instant> events = new ArrayDeque<>();
  private final Duration within;

  /**
   * @param staleAfter the device is away when it has been silent for so long
   */
  Flaps(Duration staleAfter) {
    Duration tenfold = staleAfter.multipliedBy(10);
    this.within = tenfold.compareTo(SHORTEST) < 0 ? SHORTEST : tenfold;
  }

  /** Takes note of one more return or burst; true for the one that makes many of them. */
  boolean note(Instant now) {
    boolean before = isMany(now);
    events.addLast(now);
    if (events.size() > MANY) {
      events.removeFirst();
    }
    return !before && isMany(now);
  }

  /** Whether the last of them are so many within the time. */
  boolean isMany(Instant now) {
    return events.size() == MANY && events.getFirst().plus(within).isAfter(now);
  }
}
