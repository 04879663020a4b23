package energy.setpoint.core.control;

import energy.setpoint.core.port.IntentOutcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the orders of operators; safe to read from any thread. */
public final class OrderCounters {

  /** What can become of an order. */
  public enum Result {
    /** The station accepted. */
    ACCEPTED,
    /** It is carried out later, or by telling the station nothing more. */
    TAKEN,
    /** The station refused. */
    REFUSED,
    /** The station did not answer. */
    UNANSWERED,
    /** The station was told nothing. */
    NOT_SENT,
    /** A fuse does not bear it. */
    TOO_MUCH,
    /** There was nothing to which it could apply. */
    IMPOSSIBLE
  }

  private final Map<Result, AtomicLong> counts = new EnumMap<>(Result.class);

  OrderCounters() {
    for (Result result : Result.values()) {
      counts.put(result, new AtomicLong());
    }
  }

  public void count(Result result) {
    counts.computeIfAbsent(result, _ -> new AtomicLong()).incrementAndGet();
  }

  /** Counts what a station said. */
  public void count(IntentOutcome outcome) {
    count(
        switch (outcome) {
          case IntentOutcome.Accepted _ -> Result.ACCEPTED;
          case IntentOutcome.Refused _ -> Result.REFUSED;
          case IntentOutcome.Unanswered _ -> Result.UNANSWERED;
          case IntentOutcome.NotSent _ -> Result.NOT_SENT;
        });
  }

  public long of(Result result) {
    AtomicLong count = counts.get(result);
    return count == null ? 0 : count.get();
  }
}
