package energy.setpoint.core.reconcile;

import energy.setpoint.core.quantity.Current;

/**
 * What a device is allowed, per phase.
 *
 * @param draw the most that it may take, at least 0 A
 * @param feed the most that it may feed back, at least 0 A; never both above 0
 */
public record Allowance(Current draw, Current feed) {

  public static final Allowance NOTHING = new Allowance(Current.ZERO, Current.ZERO);

  public Allowance {
    if (draw.isNegative() || feed.isNegative()) {
      throw new IllegalArgumentException("An allowance is a magnitude: " + draw + ", " + feed);
    }
    if (draw.milliamps() > 0 && feed.milliamps() > 0) {
      throw new IllegalArgumentException(
          "A device is allowed to take (" + draw + ") or to feed back (" + feed + "), not both.");
    }
  }

  /**
   * @param signed positive takes, negative feeds back
   */
  public static Allowance ofSigned(Current signed) {
    return signed.isNegative()
        ? new Allowance(Current.ZERO, signed.negated())
        : new Allowance(signed, Current.ZERO);
  }

  /** Positive takes, negative feeds back. */
  public Current signed() {
    return draw.minus(feed);
  }

  /** True when a device that follows the other allowance also keeps to this one's limits. */
  public boolean covers(Allowance other) {
    return !other.draw.isMoreThan(draw) && !other.feed.isMoreThan(feed);
  }
}
