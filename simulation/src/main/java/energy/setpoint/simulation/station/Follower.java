package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.Evse;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.station.habit.Obedience;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** What an EVSE really does with what its profiles allow, by its habits. Not thread-safe. */
final class Follower {

  private record Told(Offer offer, Instant from) {}

  private final Queue<Told> waiting = new ArrayDeque<>();
  private Offer lastTold = Offer.NONE;
  private Offer followed = Offer.NONE;
  private boolean stopped = true;

  /** The offer that reaches the vehicle now. */
  Offer follow(Offer allowed, Evse evse, Obedience obedience, Instant now) {
    if (stopped) {
      // Nothing flows yet: what is allowed at the start holds at once.
      stopped = false;
      lastTold = allowed;
      followed = allowed;
    } else if (!allowed.equals(lastTold)) {
      lastTold = allowed;
      waiting.add(new Told(allowed, now.plus(obedience.after())));
    }
    for (Told next = waiting.peek();
        next != null && !next.from().isAfter(now);
        next = waiting.peek()) {
      followed = next.offer();
      waiting.remove();
    }
    return bent(followed, evse, obedience);
  }

  void stop() {
    stopped = true;
    waiting.clear();
  }

  private static Offer bent(Offer offer, Evse evse, Obedience obedience) {
    Current limit = obedience.rounding().of(offer.limit());
    boolean paused = limit.milliamps() == 0 && offer.setpoint().isEmpty();
    Current least = evse.minimum().max(Current.ofAmps(6)).min(evse.maximum());
    return new Offer(
        paused && obedience.ignoresZero() ? least : limit,
        offer.setpoint().map(obedience.rounding()::of));
  }
}
