package energy.setpoint.ocpp.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many bad frames a peer may send before it is shown out. */
final class BadFrameBudget {

  private final int allowed;
  private final Duration window;
  private final Deque<Instant> spent = new ArrayDeque<>();

  BadFrameBudget(int allowed, Duration window) {
    this.allowed = allowed;
    this.window = window;
  }

  /** Takes note of a bad frame; true when it was one too many. */
  boolean overdrawnAt(Instant now) {
    Instant start = now.minus(window);
    while (!spent.isEmpty() && !spent.getFirst().isAfter(start)) {
      spent.removeFirst();
    }
    spent.addLast(now);
    return spent.size() > allowed;
  }
}
