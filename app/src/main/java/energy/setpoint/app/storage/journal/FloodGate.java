package energy.setpoint.app.storage.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lets so many through in a minute, so that neither failed logins nor a station gone mad can fill a
 * disk.
 */
final class FloodGate {

  private static final int MOST = 120;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Runnable alarm;
  private Instant begin = Instant.MIN;
  private int passed;

  /**
   * @param alarm called when it closes, once a minute at most
   */
  FloodGate(InstantSource clock, Runnable alarm) {
    this.clock = clock;
    this.alarm = alarm;
  }

  synchronized boolean pass() {
    Instant now = clock.instant();
    if (!now.isBefore(begin.plus(WINDOW))) {
      begin = now;
      passed = 0;
    }
    passed++;
    if (passed == MOST + 1) {
      alarm.run();
    }
    return passed <= MOST;
  }
}
