package energy.setpoint.core.control.surplus;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.time.Instant;

/**
 * Follows the surplus without running after every cloud: up to what was there all of the last
 * minute, down to what was there in the mean of the last 20 seconds. Confined to the engine's loop.
 */
final class SteadySurplus {

  /** It may rise to what was there all of this time. */
  static final Duration RISE = Duration.ofMinutes(1);

  /** It falls to the mean of this time. */
  static final Duration FALL = Duration.ofSeconds(20);

  /** Whether it is worth going on is judged by the mean of this time. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Smaller differences are noise: an ampere on one phase. */
  static final Power STEP = Power.ofWatts(230);

  private final RecentPowers recent = new RecentPowers(PATIENCE.plusSeconds(5));
  private Power usable = Power.ZERO;
  private boolean known;

  /**
   * @param surplus now; negative where the sun does not even feed the building
   */
  void saw(Instant now, Power surplus) {
    known = true;
    recent.add(now, surplus);
    Power rise = sure(now);
    Power fall = recent.mean(FALL, now);
    if (rise.compareTo(usable.plus(STEP)) >= 0) {
      usable = rise;
    } else if (fall.compareTo(usable.minus(STEP)) <= 0) {
      usable = fall.max(Power.ZERO);
    }
  }

  /** Nobody knows the surplus any more. */
  void lost() {
    known = false;
    recent.clear();
    usable = Power.ZERO;
  }

  boolean isKnown() {
    return known;
  }

  /** What may be used now, at least 0 W. */
  Power usable() {
    return usable;
  }

  /** What was there all of the last minute; nothing as long as that is not known. */
  Power sure(Instant now) {
    return recent.covers(RISE, now) ? recent.least(RISE, now).max(Power.ZERO) : Power.ZERO;
  }

  /** The mean of the last minutes. */
  Power lately(Instant now) {
    return recent.mean(PATIENCE, now);
  }
}
