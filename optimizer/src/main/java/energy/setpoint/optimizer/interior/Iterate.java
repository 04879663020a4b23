package energy.setpoint.optimizer.interior;

import java.util.Arrays;

/**
 * A point strictly inside the bounds, with prices of the equations and of the bounds, and how far it
 * is from the optimum.
 */
final class Iterate {

  private final StandardForm form;

  /** The columns; those with a lower bound are above zero. */
  final double[] x;

  /** The room below the upper bounds, kept apart from x because the difference would lose digits. */
  final double[] room;

  /** Prices of the equations. */
  final double[] y;

  /** Prices of the lower bounds, above zero. */
  final double[] zLower;

  /** Prices of the upper bounds, above zero. */
  final double[] zUpper;

  /** What the equations miss: {@code b - A x}. */
  final double[] missing;

  /** Reduced costs {@code c - Aᵀ y}; at the optimum {@code zLower - zUpper}. */
  final double[] reduced;

  /** The mean product of a bound's price and its distance. */
  double mu;

  double primalObjective;
  double dualObjective;
  double primalError;
  double dualError;


  Iterate(StandardForm form) {
    this.form = form;
    x = new double[form.columns()];
    room = new double[form.boxed];
    y = new double[form.rows()];
    zLower = new double[form.bounded];
    zUpper = new double[form.boxed];
    missing = new double[form.rows()];
    reduced = new double[form.columns()];
  }

  static double largest(double[] vector) {
    double most = 0;
    for (double v : vector) {
      most = Math.max(most, Math.abs(v));
    }
    return most;
  }

  /** Measures everything anew from x, y and the bounds' prices. */
  void measure() {
    System.arraycopy(form.rhs, 0, missing, 0, missing.length);
    int[] start = form.matrix.start();
    int[] row = form.matrix.row();
    double[] value = form.matrix.value();
    double primal = 0;
    double error = 0;
    double products = 0;
    double upperCost = 0;
    for (int j = 0; j < x.length; j++) {
      double xj = x[j];
      double sum = form.cost[j];
      for (int k = start[j]; k < start[j + 1]; k++) {
        sum -= value[k] * y[row[k]];
        missing[row[k]] -= value[k] * xj;
      }
      reduced[j] = sum;
      primal += form.cost[j] * xj;
      if (j < form.boxed) {
        error = Math.max(error, Math.abs(sum - zLower[j] + zUpper[j]));
        products += xj * zLower[j] + room[j] * zUpper[j];
        upperCost += form.upper[j] * zUpper[j];
      } else if (j < form.bounded) {
        error = Math.max(error, Math.abs(sum - zLower[j]));
        products += xj * zLower[j];
      } else {
        error = Math.max(error, Math.abs(sum));
      }
    }
    mu = products / Math.max(1, form.boxed + form.bounded);
    primalObjective = primal;
    dualObjective = dot(form.rhs, y) - upperCost;
    dualError = error;
    double noise = 1 + 1e-6 * largest(x);
    primalError = 0;
    for (int i = 0; i < missing.length; i++) {
      primalError =
          Math.max(primalError, Math.abs(missing[i]) / (noise + Math.abs(form.rhs[i])));
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The distance of the two objectives, relative. */
  double gap() {
    return Math.abs(primalObjective - dualObjective) / (1 + Math.abs(primalObjective));
  }

  boolean isFinite() {
    return Double.isFinite(primalObjective + dualObjective + primalError + dualError + mu);
  }

  /** Moves along a direction. */
  void move(Direction by, double primalStep, double dualStep) {
    axpy(primalStep, by.x, x);
    axpy(-primalStep, by.x, room);
    axpy(dualStep, by.y, y);
    axpy(dualStep, by.zLower, zLower);
    axpy(dualStep, by.zUpper, zUpper);
  }

  /** As far as the target reaches. */
  private static void axpy(double factor, double[] source, double[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[i];
    }
  }

  void copyFrom(Iterate other) {
    copy(other.x, x);
    copy(other.room, room);
    copy(other.y, y);
    copy(other.zLower, zLower);
    copy(other.zUpper, zUpper);
  }

  private static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  /** The room that x leaves, for a new x. */
  void measureRoom() {
    for (int j = 0; j < room.length; j++) {
      room[j] = form.upper[j] - x[j];
    }
  }

  void clearPrices() {
    Arrays.fill(y, 0);
  }
}
