package energy.setpoint.optimizer.interior;

/** A step for every part of an {@link Iterate}, and how far it can go. */
final class Direction {

  final double[] x;
  final double[] y;
  final double[] zLower;
  final double[] zUpper;

  /** The longest steps at which nothing leaves its bounds. */
  double primalStep;

  double dualStep;

  Direction(StandardForm form) {
    x = new double[form.columns()];
    y = new double[form.rows()];
    zLower = new double[form.bounded];
    zUpper = new double[form.boxed];
  }

  /** Measures {@link #primalStep} and {@link #dualStep}. */
  void measure(Iterate at) {
    primalStep = Math.min(longest(at.x, x, at.zLower.length, 1), longest(at.room, x, at.room.length, -1));
    dualStep =
        Math.min(
            longest(at.zLower, zLower, zLower.length, 1),
            longest(at.zUpper, zUpper, zUpper.length, 1));
  }

  private static double longest(double[] from, double[] step, int count, double sign) {
    double worst = 0;
    for (int j = 0; j < count; j++) {
      worst = Math.max(worst, -sign * step[j] / from[j]);
    }
    return worst > 0 ? 1 / worst : Double.MAX_VALUE;
  }

  /** The sum of products of prices and distances after a step. */
  double products(Iterate at, double primal, double dual) {
    double sum = 0;
    for (int j = 0; j < zUpper.length; j++) {
      sum += (at.room[j] - primal * x[j]) * (at.zUpper[j] + dual * zUpper[j]);
    }
    for (int j = 0; j < zLower.length; j++) {
      sum += (at.x[j] + primal * x[j]) * (at.zLower[j] + dual * zLower[j]);
    }
    return sum;
  }
}
