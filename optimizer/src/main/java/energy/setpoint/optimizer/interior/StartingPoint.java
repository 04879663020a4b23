package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.NormalEquations;
import java.util.Arrays;

/**
 * A first iterate after Mehrotra (1992): the least-squares solutions of the equations of x and of
 * the prices, moved inside their bounds.
 */
final class StartingPoint {

  private StartingPoint() {}

  /** Sets an iterate. */
  static void set(StandardForm form, NormalEquations normal, Iterate at) {
    double[] ease = new double[form.columns()];
    Arrays.fill(ease, 1);
    for (int j = 0; j < form.boxed; j++) {
      ease[j] = Math.min(1, form.upper[j] * form.upper[j] / 4);
      at.x[j] = Math.min(1, form.upper[j] / 2);
    }
    normal.factor(ease, 1e-8);
    double[] rest = form.rhs.clone();
    double[] force = new double[form.rows()];
    for (int j = 0; j < ease.length; j++) {
      form.matrix.add(j, -at.x[j], rest);
      form.matrix.add(j, ease[j] * form.cost[j], force);
    }
    normal.solve(rest);
    normal.solve(force);
    System.arraycopy(force, 0, at.y, 0, force.length);
    for (int j = 0; j < ease.length; j++) {
      at.x[j] += ease[j] * form.matrix.dot(j, rest);
      double z = form.cost[j] - form.matrix.dot(j, at.y);
      if (j < form.boxed) {
        at.zLower[j] = Math.max(z, 0);
        at.zUpper[j] = Math.max(-z, 0);
      } else if (j < form.bounded) {
        at.zLower[j] = z;
      }
    }
    moveInside(form, at);
  }

  private static void moveInside(StandardForm form, Iterate at) {
    double leastX = 0;
    double leastZ = 0;
    for (int j = form.boxed; j < form.bounded; j++) {
      leastX = Math.min(leastX, at.x[j]);
      leastZ = Math.min(leastZ, at.zLower[j]);
    }
    shift(form, at, -1.5 * leastX, -1.5 * leastZ);
    double products = 1e-12;
    double sumX = 1e-12;
    double sumZ = 1e-12;
    for (int j = 0; j < form.bounded; j++) {
      products += at.x[j] * at.zLower[j];
      sumX += at.x[j];
      sumZ += at.zLower[j];
      if (j < form.boxed) {
        products += at.room[j] * at.zUpper[j];
        sumX += at.room[j];
        sumZ += at.zUpper[j];
      }
    }
    shift(form, at, 0.5 * products / sumZ + 1e-3, 0.5 * products / sumX + 1e-3);
  }

  private static void shift(StandardForm form, Iterate at, double byX, double byZ) {
    for (int j = 0; j < form.bounded; j++) {
      at.zLower[j] += byZ;
      if (j < form.boxed) {
        at.zUpper[j] += byZ;
        double u = form.upper[j];
        at.x[j] = Math.min(Math.max(at.x[j], 0.1 * u), 0.9 * u);
        at.room[j] = u - at.x[j];
      } else {
        at.x[j] += byX;
      }
    }
  }
}
