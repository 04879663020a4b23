package energy.setpoint.optimizer.interior;

import java.util.Arrays;

/**
 * The linear equations of one iteration, reduced to the normal equations. For targets {@code tLower}
 * and {@code tUpper} of the products of prices and distances the direction solves
 *
 * <pre>
 *   A dx                 = b - A x
 *   Aᵀ dy + dzl - dzu    = c - Aᵀ y - zl + zu
 *   zl dx + x dzl        = tLower - x zl
 *   -zu dx + room dzu    = tUpper - room zu
 * </pre>
 */
final class NewtonSystem {

  /** Steps of refinement at most. */
  private static final int REFINEMENTS = 3;

  /** Curvature of a column without bounds, which alone keeps its step finite. */
  static final double FREE = PredictorCorrector.prop("free", 0.01);

  private static final double PRIMAL_REGULARISATION = 1e-11;
  private static final double DUAL_REGULARISATION = 1e-11;

  private final StandardForm form;
  private final NormalEquations normal;

  /** The diagonal of D: how readily a column moves. */
  final double[] ease;

  final double[] tLower;
  final double[] tUpper;
  private final double[] pull;
  private final double[] rest;
  private final double tolerance;

  NewtonSystem(StandardForm form, NormalEquations normal, double tolerance) {
    this.form = form;
    this.normal = normal;
    ease = new double[form.columns()];
    tLower = new double[form.bounded];
    tUpper = new double[form.boxed];
    pull = new double[form.columns()];
    rest = new double[form.rows()];
    this.tolerance = tolerance;
  }

  /** Factors the matrix of an iterate. */
  int factor(Iterate at) {
    for (int j = 0; j < form.boxed; j++) {
      ease[j] =
          1 / (at.zLower[j] / at.x[j] + at.zUpper[j] / at.room[j] + PRIMAL_REGULARISATION);
    }
    for (int j = form.boxed; j < form.bounded; j++) {
      ease[j] = 1 / (at.zLower[j] / at.x[j] + PRIMAL_REGULARISATION);
    }
    double curvature = Math.min(1e-2, Math.max(1e-9, at.mu)) * FREE;
    for (int j = form.bounded; j < form.columns(); j++) {
      ease[j] = (1 + at.x[j] * at.x[j]) / curvature;
    }
    return normal.factor(ease, DUAL_REGULARISATION);
  }

  /** Solves for the present targets. */
  void solve(Iterate at, Direction out) {
    System.arraycopy(at.missing, 0, rest, 0, rest.length);
    for (int j = 0; j < form.boxed; j++) {
      pull[j] = at.reduced[j] - tLower[j] / at.x[j] + tUpper[j] / at.room[j];
    }
    for (int j = form.boxed; j < form.bounded; j++) {
      pull[j] = at.reduced[j] - tLower[j] / at.x[j];
    }
    System.arraycopy(
        at.reduced, form.bounded, pull, form.bounded, form.columns() - form.bounded);
    for (int j = 0; j < pull.length; j++) {
      form.matrix.add(j, ease[j] * pull[j], rest);
    }
    Arrays.fill(out.y, 0);
    double error = Double.MAX_VALUE;
    for (int k = 0; k <= REFINEMENTS && error > tolerance; k++) {
      normal.solve(rest);
      for (int i = 0; i < rest.length; i++) {
        out.y[i] += rest[i];
      }
      System.arraycopy(at.missing, 0, rest, 0, rest.length);
      for (int j = 0; j < pull.length; j++) {
        out.x[j] = ease[j] * (form.matrix.dot(j, out.y) - pull[j]);
        form.matrix.add(j, -out.x[j], rest);
      }
      double now = Iterate.largest(rest);
      if (now > 0.5 * error) {
        break;
      }
      error = now;
    }
    lastError = Iterate.largest(rest);
    for (int j = 0; j < form.boxed; j++) {
      out.zLower[j] = (tLower[j] - at.zLower[j] * out.x[j]) / at.x[j] - at.zLower[j];
      out.zUpper[j] = (tUpper[j] + at.zUpper[j] * out.x[j]) / at.room[j] - at.zUpper[j];
    }
    for (int j = form.boxed; j < form.bounded; j++) {
      out.zLower[j] = (tLower[j] - at.zLower[j] * out.x[j]) / at.x[j] - at.zLower[j];
    }
    out.measure(at);
  }
  double lastError;
}
