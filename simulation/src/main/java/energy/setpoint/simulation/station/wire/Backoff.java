package energy.setpoint.simulation.station.wire;

import java.time.Duration;
import java.time.Instant;

/** When to connect again: after pauses that double. Not thread-safe. */
public final class Backoff {

  private final Duration first;
  private final Duration longest;
  private Duration pause;
  private Instant next;

  public Backoff(Duration first, Duration longest, Instant start) {
    this.first = first;
    this.longest = longest;
    this.pause = first;
    this.next = start;
  }

  boolean isDue(Instant now) {
    return !now.isBefore(next);
  }

  /** Tries at once, and then with the shortest pause. */
  void begin(Instant now) {
    next = now;
    pause = first;
  }

  void failed(Instant now) {
    next = now.plus(pause);
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(longest) > 0 ? longest : doubled;
  }

  void succeeded() {
    pause = first;
  }
}
