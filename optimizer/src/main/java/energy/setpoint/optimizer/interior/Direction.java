package energy.setpoint.optimizer.interior;

/**
 * A step for every part of an {@link Iterate}, and how far it can go. All ratios are compared as
 * products, {@code -dx > worst * x}: a division is only done when a new worst one is found.
 */
final class Direction {

  final double[] x;
  final double[] y;
  final double[] zLower;
  final double[] zUpper;

  /** The longest steps at which nothing leaves its bounds; may be more than one. */
  double primalStep;

  double dualStep;

  /** What the equations would still miss after a full step, at most. */
  double error;

  Direction(StandardForm form) {
    x = new double[form.columns()];
    y = new double[form.rows()];
    zLower = new double[form.bounded];
    zUpper = new double[form.boxed];
  }

  double primal() {
    return Math.min(1, primalStep);
  }

  double dual() {
    return Math.min(1, dualStep);
  }

  /** The sum of products of prices and distances after a step. */
  double products(Iterate at) {
    double primal = primal();
    double dual = dual();
    double sum = 0;
    for (int j = 0; j < zUpper.length; j++) {
      sum += (at.room[j] - primal * x[j]) * (at.zUpper[j] + dual * zUpper[j]);
    }
    for (int j = 0; j < zLower.length; j++) {
      sum += (at.x[j] + primal * x[j]) * (at.zLower[j] + dual * zLower[j]);
    }
    return sum;
  }

  /**
   * Goes over to another direction as far as that lengthens the steps: all the way, half of it or a
   * given share, chosen apart for columns and prices (Colombo and Gondzio 2008).
   */
  void blend(Iterate at, Direction other, double least) {
    double middle = 0.5 * (1 + least);
    double share = 1;
    double best = other.primalStep;
    for (int k = 0; k < 2 && best < 1; k++) {
      double candidate = k == 0 ? middle : least;
      double step = primalStep(at, other, candidate);
      if (step > best + 0.01) {
        best = step;
        share = candidate;
      }
    }
    primalStep = best;
    mix(x, other.x, share);
    share = 1;
    best = other.dualStep;
    for (int k = 0; k < 2 && best < 1; k++) {
      double candidate = k == 0 ? middle : least;
      double step = dualStep(at, other, candidate);
      if (step > best + 0.01) {
        best = step;
        share = candidate;
      }
    }
    dualStep = best;
    mix(y, other.y, share);
    mix(zLower, other.zLower, share);
    mix(zUpper, other.zUpper, share);
  }

  private static void mix(double[] own, double[] other, double share) {
    if (share == 1) {
      System.arraycopy(other, 0, own, 0, own.length);
      return;
    }
    for (int i = 0; i < own.length; i++) {
      own[i] += share * (other[i] - own[i]);
    }
  }

  private double primalStep(Iterate at, Direction other, double share) {
    double worst = 1e-30;
    for (int j = 0; j < zUpper.length; j++) {
      double dx = x[j] + share * (other.x[j] - x[j]);
      if (dx > worst * at.room[j]) {
        worst = dx / at.room[j];
      }
    }
    for (int j = 0; j < zLower.length; j++) {
      double dx = x[j] + share * (other.x[j] - x[j]);
      if (-dx > worst * at.x[j]) {
        worst = -dx / at.x[j];
      }
    }
    return 1 / worst;
  }

  private double dualStep(Iterate at, Direction other, double share) {
    double worst = worst(1e-30, zLower, other.zLower, at.zLower, share);
    return 1 / worst(worst, zUpper, other.zUpper, at.zUpper, share);
  }

  private static double worst(
      double least, double[] step, double[] other, double[] from, double share) {
    double worst = least;
    for (int j = 0; j < step.length; j++) {
      double dz = step[j] + share * (other[j] - step[j]);
      if (-dz > worst * from[j]) {
        worst = -dz / from[j];
      }
    }
    return worst;
  }
}
