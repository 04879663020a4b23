package energy.setpoint.core.quantity;

/**
 * How full a battery is.
 *
 * @param fraction 0 (empty) to 1 (full)
 */
public record StateOfCharge(double fraction) {

  public StateOfCharge {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException(
          "State of charge must be within 0 and 1, but is " + fraction + ".");
    }
  }

  /**
   * @param percent 0 to 100
   */
  public static StateOfCharge ofPercent(double percent) {
    return new StateOfCharge(percent / 100);
  }

  public double percent() {
    return fraction * 100;
  }

  public Energy of(Energy capacity) {
    return capacity.times(fraction);
  }

  @Override
  public String toString() {
    return Math.round(percent()) + " %";
  }
}
