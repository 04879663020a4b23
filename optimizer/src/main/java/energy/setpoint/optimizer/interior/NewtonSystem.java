package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.NormalEquations;
import java.util.Arrays;

/**
 * The linear equations of one iteration. For {@link Targets} tLower and tUpper the direction solves
 *
 * <pre>
 *   A dx                 = b - A x
 *   Aᵀ dy + dzl - dzu    = c - Aᵀ y - zl + zu
 *   zl dx + x dzl        = tLower - x zl
 *   -zu dx + room dzu    = tUpper - room zu
 * </pre>
 *
 * With D the inverse of {@code zl/x + zu/room} this is {@code A D Aᵀ dy = b - A x + A D pull} for
 * {@code pull = c - Aᵀ y - tLower/x + tUpper/room}, and then {@code dx = D (Aᵀ dy - pull)}.
 */
final class NewtonSystem {

  /** Steps of refinement at most. */
  private static final int REFINEMENTS = 3;

  /** A solution that leaves this share of what the equations miss is good enough. */
  private static final double SHARE = 1e-3;

  /** A curvature that every column has, so that D stays finite. */
  private static final double PRIMAL_REGULARISATION = 1e-13;

  /** Added to the normal equations, so that repeated rows do no harm. */
  private static final double DUAL_REGULARISATION = 1e-11;

  private final StandardForm form;
  private final NormalEquations normal;

  /** The diagonal of D: how readily a column moves. */
  private final double[] ease;

  private final double[] inverse;
  private final double[] inverseRoom;

  /** {@code D pull}. */
  private final double[] drift;

  private final double[] rest;
  private final double tolerance;

  /**
   * @param tolerance what the equations may miss after a full step in any case
   */
  NewtonSystem(StandardForm form, NormalEquations normal, double tolerance) {
    this.form = form;
    this.normal = normal;
    this.tolerance = tolerance;
    ease = new double[form.columns()];
    drift = new double[form.columns()];
    inverse = new double[form.bounded];
    inverseRoom = new double[form.boxed];
    rest = new double[form.rows()];
  }

  /** Factors the matrix of an iterate. */
  void factor(Iterate at) {
    for (int j = 0; j < inverse.length; j++) {
      inverse[j] = 1 / at.x[j];
      ease[j] = at.zLower[j] * inverse[j] + PRIMAL_REGULARISATION;
    }
    for (int j = 0; j < inverseRoom.length; j++) {
      inverseRoom[j] = 1 / at.room[j];
      ease[j] += at.zUpper[j] * inverseRoom[j];
    }
    for (int j = 0; j < inverse.length; j++) {
      ease[j] = 1 / ease[j];
    }
    double curvature = FreeColumns.curvature(at.mu);
    for (int j = form.bounded; j < form.columns(); j++) {
      ease[j] = (1 + at.x[j] * at.x[j]) / curvature;
    }
    normal.factor(ease, DUAL_REGULARISATION);
  }

  /** Solves for some targets; {@link #factor} must have been called for this iterate. */
  void solve(Iterate at, Targets targets, Direction out) {
    System.arraycopy(at.missing, 0, rest, 0, rest.length);
    gather(at, targets);
    Arrays.fill(out.y, 0);
    double enough = Math.max(tolerance, SHARE * Iterate.largest(at.missing));
    double before = Double.MAX_VALUE;
    for (int k = 0; k <= REFINEMENTS; k++) {
      normal.solve(rest);
      for (int i = 0; i < rest.length; i++) {
        out.y[i] += rest[i];
      }
      System.arraycopy(at.missing, 0, rest, 0, rest.length);
      spread(out);
      out.error = Iterate.largest(rest);
      if (out.error <= enough || out.error > 0.5 * before) {
        break;
      }
      before = out.error;
    }
    price(at, targets, out);
  }

  /** Adds {@code A D pull} to the right-hand side. */
  private void gather(Iterate at, Targets targets) {
    for (int j = 0; j < drift.length; j++) {
      drift[j] = at.reduced[j];
    }
    for (int j = 0; j < inverse.length; j++) {
      drift[j] -= targets.lower[j] * inverse[j];
    }
    for (int j = 0; j < inverseRoom.length; j++) {
      drift[j] += targets.upper[j] * inverseRoom[j];
    }
    for (int j = 0; j < drift.length; j++) {
      drift[j] *= ease[j];
    }
    form.runs.add(drift, rest);
  }

  /** From dy the other columns' part of the direction, and what it leaves missing. */
  private void spread(Direction out) {
    form.runs.transposed(out.y, out.x);
    double[] dx = out.x;
    for (int j = 0; j < dx.length; j++) {
      dx[j] = drift[j] - ease[j] * dx[j];
    }
    form.runs.add(dx, rest);
    for (int j = 0; j < dx.length; j++) {
      dx[j] = -dx[j];
    }
  }

  /** From dx the prices' part of the direction, and its longest steps. */
  private void price(Iterate at, Targets targets, Direction out) {
    double[] tLower = targets.lower;
    double[] tUpper = targets.upper;
    double[] dx = out.x;
    for (int j = 0; j < inverse.length; j++) {
      out.zLower[j] = (tLower[j] - at.zLower[j] * dx[j]) * inverse[j] - at.zLower[j];
    }
    for (int j = 0; j < inverseRoom.length; j++) {
      out.zUpper[j] = (tUpper[j] + at.zUpper[j] * dx[j]) * inverseRoom[j] - at.zUpper[j];
    }
    double worst = 1e-30;
    for (int j = 0; j < inverse.length; j++) {
      worst = Math.max(worst, -dx[j] * inverse[j]);
    }
    for (int j = 0; j < inverseRoom.length; j++) {
      worst = Math.max(worst, dx[j] * inverseRoom[j]);
    }
    out.primalStep = 1 / worst;
    out.dualStep = 1 / Math.max(worst(out.zLower, at.zLower), worst(out.zUpper, at.zUpper));
  }

  private static double worst(double[] step, double[] from) {
    double worst = 1e-30;
    for (int j = 0; j < step.length; j++) {
      if (-step[j] > worst * from[j]) {
        worst = -step[j] / from[j];
      }
    }
    return worst;
  }
}
