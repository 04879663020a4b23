package energy.setpoint.app.storage.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets so many through in a minute, so that failed logins cannot fill a disk. */
final class FloodGate {

  private static final int MOST = 120;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final InstantSource clock;
  private Instant begin = Instant.MIN;
  private int passed;

  FloodGate(InstantSource clock) {
    this.clock = clock;
  }

  synchronized boolean pass() {
    Instant now = clock.instant();
    if (!now.isBefore(begin.plus(WINDOW))) {
      begin = now;
      passed = 0;
    }
    passed++;
    return passed <= MOST;
  }
}
