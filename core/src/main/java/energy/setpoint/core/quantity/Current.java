package energy.setpoint.core.quantity;

/**
 * Electric current of one phase in whole milliamperes, so that sums against a fuse are exact.
 * Positive flows from the grid towards the device.
 */
public record Current(long milliamps) implements Comparable<Current> {

  public static final Current ZERO = new Current(0);

  public static Current ofMilliamps(long milliamps) {
    return new Current(milliamps);
  }

  /**
   * Rounded to the nearest milliampere.
   *
   * @throws IllegalArgumentException when not finite
   */
  public static Current ofAmps(double amps) {
    if (!Double.isFinite(amps)) {
      throw new IllegalArgumentException("Current must be finite, but is " + amps + " A.");
    }
    return new Current(Math.round(amps * 1000));
  }

  public double amps() {
    return milliamps / 1000.0;
  }

  public Current plus(Current other) {
    return new Current(milliamps + other.milliamps);
  }

  public Current minus(Current other) {
    return new Current(milliamps - other.milliamps);
  }

  public Current negated() {
    return new Current(-milliamps);
  }

  public Current min(Current other) {
    return milliamps <= other.milliamps ? this : other;
  }

  public Current max(Current other) {
    return milliamps >= other.milliamps ? this : other;
  }

  public boolean isNegative() {
    return milliamps < 0;
  }

  public boolean isMoreThan(Current other) {
    return milliamps > other.milliamps;
  }

  /**
   * The power of this current on each of some phases at unity power factor.
   *
   * @param voltage between phase and neutral
   * @param phases how many phases carry the current, 1 to 3
   */
  public Power at(Voltage voltage, int phases) {
    return new Power(amps() * voltage.volts() * phases);
  }

  @Override
  public int compareTo(Current other) {
    return Long.compare(milliamps, other.milliamps);
  }

  @Override
  public String toString() {
    return amps() + " A";
  }
}
