package energy.setpoint.core.control.vehicle;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notices vehicles that may charge and do not: that never began, or that did not go on after a
 * pause. Many wake up when the EVSE withdraws its offer and makes it again, so that is done a few
 * times; then an operator is told. Confined to the engine's loop.
 */
public final class Sleepers {

  private static final Duration ASLEEP_AFTER = Duration.ofMinutes(2);
  private static final Duration OFFER_WITHDRAWN = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 3;
  private static final Current NEXT_TO_NOTHING = Current.ofMilliamps(500);

  private final Map<EvseRef, Watch> watches = new HashMap<>();

  /** How a vehicle fails to charge. */
  public enum Manner {
    /** It has taken nothing since it came. */
    DOES_NOT_START,
    /** It took something before it was paused. */
    DOES_NOT_RESUME
  }

  /**
   * What is known of a vehicle.
   *
   * @param drew whether it ever took something
   * @param stopped whether it then stopped by itself, as a full one does
   * @param paused whether it was paused while it charged
   * @param offeredSince since when it may charge and does not
   * @param attempts how often it was tried to wake it
   * @param withdrawnUntil until when the offer is withdrawn
   */
  private record Watch(
      boolean drew,
      boolean stopped,
      boolean paused,
      Optional<Instant> offeredSince,
      int attempts,
      Instant withdrawnUntil) {

    static final Watch NEW = new Watch(false, false, false, Optional.empty(), 0, Instant.MIN);

    Watch charging() {
      return new Watch(true, false, false, Optional.empty(), 0, Instant.MIN);
    }

    Watch notOffered() {
      boolean nowPaused = paused || drew && !stopped;
      return new Watch(drew, stopped, nowPaused, Optional.empty(), attempts, withdrawnUntil);
    }

    Watch offered(Instant now) {
      boolean byItself = stopped || drew && !paused;
      Optional<Instant> since = offeredSince.or(() -> Optional.of(now));
      return new Watch(drew, byItself, paused, since, attempts, withdrawnUntil);
    }

    Watch withdrawn(Instant until) {
      return new Watch(drew, stopped, paused, Optional.empty(), attempts + 1, until);
    }

    boolean sleeps(Instant now) {
      return (!drew || paused)
          && offeredSince.map(it -> !now.isBefore(it.plus(ASLEEP_AFTER))).orElse(false);
    }
  }

  /**
   * An EVSE with a vehicle was measured.
   *
   * @param allowed confirmed, per phase
   * @param minimum with which the EVSE can charge at all
   * @param drawn the largest of its phases
   */
  public void saw(EvseRef evse, Current allowed, Current minimum, Current drawn, Instant now) {
    Watch watch = watches.getOrDefault(evse, Watch.NEW);
    boolean mayCharge = allowed.isMoreThan(NEXT_TO_NOTHING) && !minimum.isMoreThan(allowed);
    if (drawn.isMoreThan(NEXT_TO_NOTHING)) {
      watch = watch.charging();
    } else if (!mayCharge) {
      watch = watch.notOffered();
    } else {
      watch = watch.offered(now);
      if (watch.sleeps(now) && watch.attempts() < ATTEMPTS) {
        watch = watch.withdrawn(now.plus(OFFER_WITHDRAWN));
      }
    }
    watches.put(evse, watch);
  }

  /** True while the offer to a vehicle is withdrawn so that it wakes up. */
  public boolean isBeingWoken(EvseRef evse, Instant now) {
    return watches.getOrDefault(evse, Watch.NEW).withdrawnUntil().isAfter(now);
  }

  /** A vehicle that could not be woken. */
  public Optional<Manner> find(EvseRef evse, Instant now) {
    Watch watch = watches.getOrDefault(evse, Watch.NEW);
    return watch.sleeps(now) && watch.attempts() >= ATTEMPTS
        ? Optional.of(watch.drew() ? Manner.DOES_NOT_RESUME : Manner.DOES_NOT_START)
        : Optional.empty();
  }

  /** The vehicle is gone. */
  public void forget(EvseRef evse) {
    watches.remove(evse);
  }
}
