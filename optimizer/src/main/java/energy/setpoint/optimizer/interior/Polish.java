package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.NormalEquations;
import java.util.Arrays;

/**
 * Makes the last iterate clean: a column that is at its bound for all practical purposes is put
 * exactly there, and the others are moved as little as possible, measured by their distance to
 * their own bounds, so that the equations hold to the last digits.
 */
final class Polish {

  /** A column may be put on its bound from this far away, scaled. */
  private static final double NEAR = 1e-5;

  private static final int ROUNDS = 4;

  private final StandardForm form;
  private final NormalEquations normal;
  private final double[] ease;
  private final double[] rest;

  Polish(StandardForm form, NormalEquations normal) {
    this.form = form;
    this.normal = normal;
    ease = new double[form.columns()];
    rest = new double[form.rows()];
  }

  /** Replaces the columns of an iterate, unless they would keep the equations worse than before. */
  void apply(Iterate at) {
    double[] before = at.x.clone();
    double missedBefore = miss(at.x);
    snap(at);
    for (int round = 0; round < ROUNDS; round++) {
      weigh(at.x);
      normal.factor(ease, 1e-13);
      for (int k = 0; k < 2; k++) {
        miss(at.x);
        normal.solve(rest);
        for (int j = 0; j < ease.length; j++) {
          at.x[j] += ease[j] == 0 ? 0 : ease[j] * form.matrix.dot(j, rest);
        }
      }
      if (clamp(at.x) == 0) {
        break;
      }
    }
    double missed = miss(at.x);
    if (!(missed <= missedBefore || missed <= 1e-10)) {
      System.arraycopy(before, 0, at.x, 0, before.length);
    }
    at.measureRoom();
  }

  /** What the equations miss at most, all of it left in {@link #rest}. */
  private double miss(double[] x) {
    System.arraycopy(form.rhs, 0, rest, 0, rest.length);
    for (int j = 0; j < x.length; j++) {
      form.matrix.add(j, -x[j], rest);
    }
    return Iterate.largest(rest);
  }

  private void snap(Iterate at) {
    for (int j = 0; j < form.bounded; j++) {
      double reach = NEAR;
      if (j < form.boxed) {
        reach *= Math.min(1, form.upper[j]);
        if (at.room[j] <= reach && at.zUpper[j] > at.room[j]) {
          at.x[j] = form.upper[j];
          continue;
        }
      }
      if (at.x[j] <= reach && at.zLower[j] > at.x[j]) {
        at.x[j] = 0;
      }
    }
  }

  private void weigh(double[] x) {
    Arrays.fill(ease, 1);
    for (int j = 0; j < form.bounded; j++) {
      double distance = j < form.boxed ? Math.min(x[j], form.upper[j] - x[j]) : x[j];
      distance = Math.min(distance, 1);
      ease[j] = distance * distance;
    }
  }

  /** Back between the bounds; the number of columns that had left them. */
  private int clamp(double[] x) {
    int outside = 0;
    for (int j = 0; j < form.bounded; j++) {
      double most = j < form.boxed ? form.upper[j] : Double.MAX_VALUE;
      if (x[j] < 0 || x[j] > most) {
        x[j] = x[j] < 0 ? 0 : most;
        outside++;
      }
    }
    return outside;
  }
}
