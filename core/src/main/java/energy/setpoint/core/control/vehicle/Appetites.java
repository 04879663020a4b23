package energy.setpoint.core.control.vehicle;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Notices vehicles that have had enough: they may charge and take nothing. What they or their
 * drivers still ask for then keeps no room from others. Each is asked again after a while, because
 * a vehicle may only have paused. Confined to the engine's loop.
 */
public final class Appetites {

  private static final Duration SURE_AFTER = Duration.ofMinutes(3);
  private static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(2);
  private static final Current NEXT_TO_NOTHING = Current.ofMilliamps(500);

  /**
   * @param idleSince when it first took nothing of what it may have
   * @param certain whether it was found to have had enough
   */
  private record Pause(Instant idleSince, boolean certain) {}

  private final Map<EvseRef, Pause> pauses = new HashMap<>();

  /**
   * An EVSE was measured.
   *
   * @param allowed confirmed for a while already, per phase
   * @param minimum with which the EVSE can charge at all
   * @param drawn the largest of its phases
   * @return true when this made it certain that the vehicle has had enough
   */
  public boolean saw(EvseRef evse, Current allowed, Current minimum, Current drawn, Instant now) {
    if (drawn.isMoreThan(NEXT_TO_NOTHING)) {
      pauses.remove(evse);
      return false;
    }
    boolean mayCharge = allowed.isMoreThan(NEXT_TO_NOTHING) && !minimum.isMoreThan(allowed);
    Pause pause = pauses.get(evse);
    if (pause == null || isForgotten(pause, now) || !mayCharge && !pause.certain()) {
      pauses.remove(evse);
      if (mayCharge) {
        pauses.put(evse, new Pause(now, false));
      }
      return false;
    }
    boolean news = !pause.certain() && !now.isBefore(pause.idleSince().plus(SURE_AFTER));
    if (news) {
      pauses.put(evse, new Pause(pause.idleSince(), true));
    }
    return news;
  }

  /** True when the vehicle has lately shown that it wants nothing more. */
  public boolean isFull(EvseRef evse, Instant now) {
    Pause pause = pauses.get(evse);
    return pause != null && pause.certain() && !isForgotten(pause, now);
  }

  private static boolean isForgotten(Pause pause, Instant now) {
    return !now.isBefore(pause.idleSince().plus(ASKED_AGAIN_AFTER));
  }

  /** The vehicle is gone. */
  public void forget(EvseRef evse) {
    pauses.remove(evse);
  }
}
