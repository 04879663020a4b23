package energy.setpoint.core.reconcile;

import energy.setpoint.core.quantity.Current;

/**
 * What a device is allowed, per phase.
 *
 * @param draw the most that it may take, at least 0 A
 * @param feed the most that it may feed back, at least 0 A; both are above 0 only for a device that
 *     acts by itself between the two
 */
public record Allowance(Current draw, Current feed) {

  public static final Allowance NOTHING = new Allowance(Current.ZERO, Current.ZERO);

  public Allowance {
    if (draw.isNegative() || feed.isNegative()) {
      throw new IllegalArgumentException("An allowance is a magnitude: " + draw + ", " + feed);
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

  /** Positive takes, negative feeds back; of a device that acts by itself what it takes. */
  public Current signed() {
    return draw.milliamps() > 0 ? draw : feed.negated();
  }

  /** By how much the other differs, both directions together, at least 0 A. */
  public Current differenceFrom(Allowance other) {
    return new Current(
        Math.abs(draw.milliamps() - other.draw.milliamps())
            + Math.abs(feed.milliamps() - other.feed.milliamps()));
  }

  /** True when a device that follows the other allowance also keeps to this one's limits. */
  public boolean covers(Allowance other) {
    return !other.draw.isMoreThan(draw) && !other.feed.isMoreThan(feed);
  }
}
