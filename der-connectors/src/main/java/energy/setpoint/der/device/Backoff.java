package energy.setpoint.der.device;

import java.time.Duration;

/** Waits that double with each failure, from 1 s to 30 s of site time. */
public final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Duration next = FIRST;

  /** The wait after one more failure. */
  public Duration next() {
    Duration now = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return now;
  }

  public void reset() {
    next = FIRST;
  }
}
