package energy.setpoint.ocpp.proxy.upstream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pauses between attempts to reach the CSMS: each up to twice as long as the one before, and
 * random, so that not all stations come back in the same second (2.0.1 part 4 section 5.3).
 */
public final class Pauses {

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  public Pauses(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  /** Between half and all of what has grown so far. */
  public Duration next() {
    long nanos = next.toNanos();
    Duration pause = Duration.ofNanos(nanos / 2 + random.nextLong(nanos / 2 + 1));
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return pause;
  }

  /** The CSMS was reached. */
  public void reset() {
    next = first;
  }
}
