package energy.setpoint.optimizer.interior;

import java.util.Arrays;

/** What the products of prices and distances shall be after a step: one value for each bound. */
final class Targets {

  /** Products between a tenth and ten times the target are left alone. */
  private static final double SPREAD = 10;

  final double[] lower;
  final double[] upper;

  Targets(StandardForm form) {
    lower = new double[form.bounded];
    upper = new double[form.boxed];
  }

  /** All zero: the step that would end the search if it could be made. */
  void predict() {
    Arrays.fill(lower, 0);
    Arrays.fill(upper, 0);
  }

  /** One value for all, less what the predicted step would add to second order (Mehrotra 1992). */
  void correct(double product, Direction predicted) {
    for (int j = 0; j < lower.length; j++) {
      lower[j] = product - predicted.x[j] * predicted.zLower[j];
    }
    for (int j = 0; j < upper.length; j++) {
      upper[j] = product + predicted.x[j] * predicted.zUpper[j];
    }
  }

  /**
   * What a direction aims at now, and in addition those products back towards one value that a
   * somewhat longer step would carry away from it (Gondzio 1996).
   *
   * @param primal the step to try
   * @param dual the step to try for the prices
   */
  void centre(double product, Iterate at, Direction by, double primal, double dual) {
    for (int j = 0; j < lower.length; j++) {
      double x = at.x[j];
      double z = at.zLower[j];
      double dx = by.x[j];
      double dz = by.zLower[j];
      double change = change((x + primal * dx) * (z + dual * dz), product);
      lower[j] = x * z + x * dz + z * dx + change;
    }
    for (int j = 0; j < upper.length; j++) {
      double x = at.room[j];
      double z = at.zUpper[j];
      double dx = -by.x[j];
      double dz = by.zUpper[j];
      double change = change((x + primal * dx) * (z + dual * dz), product);
      upper[j] = x * z + x * dz + z * dx + change;
    }
  }

  private static double change(double reached, double product) {
    double low = product / SPREAD;
    double high = product * SPREAD;
    return Math.max(Math.max(low - reached, 0) + Math.min(high - reached, 0), -high);
  }
}
