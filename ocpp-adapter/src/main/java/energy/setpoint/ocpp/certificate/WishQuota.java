package energy.setpoint.ocpp.certificate;

import energy.setpoint.core.site.StationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many certificates a station may ask for, so that a broken one does not flood an authority.
 */
final class WishQuota {

  private static final int MOST = 10;
  private static final Duration WINDOW = Duration.ofHours(1);

  private final InstantSource clock;
  private final Map<StationId, Deque<Instant>> wishes = new HashMap<>();

  WishQuota(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes one of the ten that a station has in an hour; false when none is left. */
  synchronized boolean take(StationId station) {
    Instant now = clock.instant();
    Deque<Instant> past = wishes.computeIfAbsent(station, it -> new ArrayDeque<>());
    while (!past.isEmpty() && past.getFirst().plus(WINDOW).isBefore(now)) {
      past.removeFirst();
    }
    if (past.size() >= MOST) {
      return false;
    }
    past.addLast(now);
    return true;
  }
}
