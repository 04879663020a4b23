package energy.setpoint.core.control.vehicle;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notices vehicles that take less than they may, because they taper, are limited by their cable or
 * charger, or are full, so that the rest can be given to others. One that begins to use what it was
 * left is believed to want more at once. Confined to the engine's loop.
 */
public final class UnusedAllowances {

  private static final Duration SURE_AFTER = Duration.ofSeconds(45);

  /** Differences up to this are inaccuracy. */
  private static final Current INACCURACY = Current.ofMilliamps(1500);

  /** A vehicle is left this much more than it takes, so that it can show that it wants more. */
  private static final Current HEADROOM = Current.ofAmps(1);

  private final Map<EvseRef, Current> uses = new HashMap<>();
  private final Map<EvseRef, Watch> watches = new HashMap<>();

  /** What was taken since a vehicle was first seen to leave something unused. */
  private record Watch(Instant since, Current most) {

    Watch and(Current drawn) {
      return new Watch(since, most.max(drawn));
    }
  }

  /**
   * An EVSE was measured.
   *
   * @param allowed confirmed, per phase
   * @param drawn the largest of its phases
   */
  public void saw(EvseRef evse, Current allowed, Current drawn, Instant now) {
    Optional<Current> known = findUse(evse);
    boolean wantsMore =
        known
            .map(most -> drawn.isMoreThan(half(HEADROOM).plus(most.minus(HEADROOM))))
            .orElse(false);
    if (wantsMore) {
      forget(evse);
      return;
    }
    Current noticed = known.map(most -> most.minus(HEADROOM)).orElse(allowed).min(allowed);
    if (!noticed.minus(INACCURACY).isMoreThan(drawn)) {
      watches.remove(evse);
      return;
    }
    Watch watch =
        Optional.ofNullable(watches.get(evse)).orElseGet(() -> new Watch(now, drawn)).and(drawn);
    watches.put(evse, watch);
    if (!now.isBefore(watch.since().plus(SURE_AFTER))) {
      uses.put(evse, watch.most().plus(HEADROOM));
      watches.remove(evse);
    }
  }

  /** The most that is of use to a vehicle; empty while it takes what it may. */
  public Optional<Current> findUse(EvseRef evse) {
    return Optional.ofNullable(uses.get(evse));
  }

  /** The vehicle is gone, or wants more. */
  public void forget(EvseRef evse) {
    uses.remove(evse);
    watches.remove(evse);
  }

  private static Current half(Current current) {
    return new Current(current.milliamps() / 2);
  }
}
