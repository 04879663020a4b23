package energy.setpoint.optimizer.interior;

/**
 * A point strictly inside the bounds, with prices of the equations and of the bounds, and how far
 * it is from the optimum.
 */
final class Iterate {

  private static final double ROUNDING = 1e-14;

  /** An objective below this is not compared in relation to itself; the greatest cost is one. */
  private static final double SMALL = 0.01;

  private final StandardForm form;

  /** The columns; those with a lower bound are above zero. */
  final double[] x;

  /**
   * The room below the upper bounds, kept apart from x because the difference would lose digits.
   */
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
    for (int j = 0; j < x.length; j++) {
      reduced[j] = -x[j];
    }
    System.arraycopy(form.rhs, 0, missing, 0, missing.length);
    form.runs.add(reduced, missing);
    form.runs.transposed(y, reduced);
    for (int j = 0; j < x.length; j++) {
      reduced[j] = form.cost[j] - reduced[j];
    }
    mu = (dot(zLower, x) + dot(zUpper, room)) / Math.max(1, form.boxed + form.bounded);
    primalObjective = dot(form.cost, x);
    dualObjective = dot(form.rhs, y) - dot(form.upper, zUpper);
    dualError = worstPrice();
    primalError = 0;
    double noise = 1 + 1e-6 * largest(x);
    for (int i = 0; i < missing.length; i++) {
      primalError = Math.max(primalError, Math.abs(missing[i]) / (noise + Math.abs(form.rhs[i])));
    }
  }

  private double worstPrice() {
    double worst = 0;
    for (int j = 0; j < form.boxed; j++) {
      worst = Math.max(worst, Math.abs(reduced[j] - zLower[j] + zUpper[j]));
    }
    for (int j = form.boxed; j < form.bounded; j++) {
      worst = Math.max(worst, Math.abs(reduced[j] - zLower[j]));
    }
    for (int j = form.bounded; j < reduced.length; j++) {
      worst = Math.max(worst, Math.abs(reduced[j]));
    }
    return worst;
  }

  /** As far as the first reaches. */
  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The distance of the two objectives, relative, less what rounding may have made of it. */
  double gap() {
    double noise = 0;
    for (int i = 0; i < y.length; i++) {
      noise += Math.abs(form.rhs[i] * y[i]);
    }
    double distance = Math.abs(primalObjective - dualObjective) - ROUNDING * noise;
    return Math.max(0, distance) / (SMALL + Math.abs(primalObjective));
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
    mu = other.mu;
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
}
