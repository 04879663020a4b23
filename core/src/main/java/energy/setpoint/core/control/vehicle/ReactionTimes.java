package energy.setpoint.core.control.vehicle;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Learns how long each EVSE takes from a confirmed decrease until its current has really fallen. It
 * is seen at the next sample only, so what is learnt is never too short. Confined to the engine's
 * loop.
 */
public final class ReactionTimes {

  private static final int REMEMBERED = 8;

  /** Fewer teach nothing. */
  private static final int FEWEST = 3;

  /** On top of the slowest that was seen. */
  private static final double MARGIN = 1.25;

  /** A current that has not fallen by then has another cause. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Less is inaccuracy of the meter. */
  private static final Current INACCURACY = Current.ofAmps(1);

  private final Duration usual;
  private final Map<EvseRef, Current> drawn = new HashMap<>();
  private final Map<EvseRef, Decrease> open = new HashMap<>();
  private final Map<EvseRef, Deque<Duration>> seen = new HashMap<>();

  private record Decrease(Current to, Instant at) {}

  /**
   * @param usual assumed until enough was seen, and never less: the next vehicle may be slower
   */
  public ReactionTimes(Duration usual) {
    this.usual = usual;
  }

  /** An EVSE confirmed a limit, per phase. */
  public void confirmed(EvseRef evse, Current limit, Instant now) {
    boolean mustFall = drawn.getOrDefault(evse, Current.ZERO).isMoreThan(limit.plus(INACCURACY));
    Decrease before = open.get(evse);
    if (!mustFall) {
      open.remove(evse);
    } else if (before == null || before.to().isMoreThan(limit)) {
      open.put(evse, new Decrease(limit, now));
    }
  }

  /** An EVSE was measured; the largest of its phases. */
  public void saw(EvseRef evse, Current current, Instant now) {
    drawn.put(evse, current);
    Decrease decrease = open.get(evse);
    if (decrease == null || current.isMoreThan(decrease.to().plus(INACCURACY))) {
      return;
    }
    open.remove(evse);
    Duration reaction = Duration.between(decrease.at(), now);
    if (reaction.compareTo(PATIENCE) <= 0) {
      Deque<Duration> last = seen.computeIfAbsent(evse, _ -> new ArrayDeque<>());
      last.addLast(reaction);
      if (last.size() > REMEMBERED) {
        last.removeFirst();
      }
    }
  }

  /** The vehicle is gone; how the station reacts is still known. */
  public void forget(EvseRef evse) {
    drawn.remove(evse);
    open.remove(evse);
  }

  /** What is assumed of a device of which nothing was learnt. */
  public Duration usual() {
    return usual;
  }

  /** From a confirmed decrease until the current has surely fallen. */
  public Duration settleTime(EvseRef evse) {
    Deque<Duration> last = seen.getOrDefault(evse, new ArrayDeque<>());
    if (last.size() < FEWEST) {
      return usual;
    }
    Duration slowest = last.stream().max(Comparator.naturalOrder()).orElseThrow();
    Duration learnt = Duration.ofMillis((long) (slowest.toMillis() * MARGIN));
    Duration longest = LONGEST.compareTo(usual) > 0 ? LONGEST : usual;
    return learnt.compareTo(usual) < 0 ? usual : learnt.compareTo(longest) > 0 ? longest : learnt;
  }
}
