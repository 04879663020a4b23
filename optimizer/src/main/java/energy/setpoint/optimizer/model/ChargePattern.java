package energy.setpoint.optimizer.model;

import java.util.Arrays;

/**
 * In which steps a vehicle charges, and between which powers, in kilowatts. Steps in which both are
 * 0 are those in which it does not charge.
 */
public final class ChargePattern {

  private final double[] lower;
  private final double[] upper;

  private ChargePattern(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * A pattern over a whole grid.
   *
   * @param lower one for each step, at most {@code upper}
   */
  public static ChargePattern of(double[] lower, double[] upper) {
    return new ChargePattern(lower.clone(), upper.clone());
  }

  public double lower(int step) {
    return lower[step];
  }

  public double upper(int step) {
    return upper[step];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChargePattern that
        && Arrays.equals(lower, that.lower)
        && Arrays.equals(upper, that.upper);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(lower) + Arrays.hashCode(upper);
  }

  @Override
  public String toString() {
    return Arrays.toString(lower) + " to " + Arrays.toString(upper) + " kW";
  }
}
