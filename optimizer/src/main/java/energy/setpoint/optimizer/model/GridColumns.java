package energy.setpoint.optimizer.model;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import java.util.Arrays;

/** The grid connection: its power in each step, and the part of it that is import where asked. */
public final class GridColumns {

  private final LinearModel linear;
  private final Variable[] power;
  private final Variable[] imported;
  private final boolean[] splits;
  private final double[] leastKw;
  private final double[] mostKw;

  GridColumns(LinearModel linear, int steps) {
    this.linear = linear;
    power = new Variable[steps];
    imported = new Variable[steps];
    splits = new boolean[steps];
    leastKw = new double[steps];
    mostKw = new double[steps];
    Arrays.fill(leastKw, Double.NEGATIVE_INFINITY);
    Arrays.fill(mostKw, Double.POSITIVE_INFINITY);
    for (int step = 0; step < steps; step++) {
      power[step] =
          linear.variable("grid", "", step, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      imported[step] = power[step];
    }
  }

  /** Everything together in kilowatts; positive is import. */
  public Variable power(int step) {
    return power[step];
  }

  /** Whether a step can only feed into the grid. */
  public boolean onlyExports(int step) {
    return linear.upper(power[step]) <= 0;
  }

  /** Takes note of limits that hold for the power of a step. */
  public void limit(int step, double least, double most) {
    leastKw[step] = least;
    mostKw[step] = most;
  }

  /** Less than this no plan can have, in kilowatts. */
  public double leastKw(int step) {
    return Math.max(linear.lower(power[step]), leastKw[step]);
  }

  /** More than this no plan can have, in kilowatts. */
  public double mostKw(int step) {
    return Math.min(linear.upper(power[step]), mostKw[step]);
  }

  /**
   * At least the import in kilowatts, and no more than it wherever import costs something. Where
   * the site can only import, this is the power itself.
   */
  public Variable imported(int step) {
    double least = linear.lower(power[step]);
    if (least < 0 && !splits[step]) {
      splits[step] = true;
      double most = Math.max(0, linear.upper(power[step]));
      imported[step] = linear.variable("import", "", step, 0, most);
      Terms row = Terms.of(imported[step], 1).plus(power[step], -1);
      linear.atLeast("import part", step, row, 0);
    }
    return imported[step];
  }
}
