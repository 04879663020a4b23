package energy.setpoint.core.control.vehicle;

import energy.setpoint.core.control.OverdrawResponse;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what follows when a vehicle goes on drawing more than its EVSE confirmed: first its offer
 * is withdrawn, then its transaction is stopped, as far as that is wanted. Confined to the engine's
 * loop.
 */
public final class Overdraws {

  /** Before the next step, and between two attempts to stop a transaction. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final OverdrawResponse utmost;
  private final Map<EvseRef, Case> cases = new HashMap<>();

  /**
   * A vehicle that draws too much.
   *
   * @param since when it was first seen, or the last step was taken
   * @param times that were seen until now
   * @param paused whether its offer is withdrawn
   */
  private record Case(Instant since, int times, boolean paused) {

    Case seen(int newTimes) {
      return new Case(since, newTimes, paused);
    }

    static Case pausedAt(Instant now, int times) {
      return new Case(now, times, true);
    }
  }

  /**
   * @param utmost the last step that is taken
   */
  public Overdraws(OverdrawResponse utmost) {
    this.utmost = utmost;
  }

  /**
   * Looks at an EVSE with a vehicle.
   *
   * @param drawsMore that it was lately seen to draw more than it confirmed
   * @return true when its transaction is to be stopped now
   */
  public boolean look(EvseRef evse, Optional<Disobedience> drawsMore, Instant now) {
    if (drawsMore.isEmpty()) {
      cases.remove(evse);
      return false;
    }
    int times = drawsMore.get().times();
    Case known = cases.getOrDefault(evse, new Case(now, 0, false));
    boolean goesOn = times > known.times();
    boolean due = goesOn && !now.isBefore(known.since().plus(PATIENCE));
    boolean stops = due && known.paused() && utmost == OverdrawResponse.STOP;
    boolean pauses = due && utmost != OverdrawResponse.ALERT;
    cases.put(evse, pauses ? Case.pausedAt(now, times) : known.seen(times));
    return stops;
  }

  /** True while nothing is offered to a vehicle because it drew too much. */
  public boolean isPaused(EvseRef evse) {
    return cases.containsKey(evse) && cases.get(evse).paused();
  }

  /** The vehicle is gone. */
  public void forget(EvseRef evse) {
    cases.remove(evse);
  }
}
