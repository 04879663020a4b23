package energy.setpoint.optimizer.model;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;

/**
 * The promise {@code sum <= most} for one step, made so that it can always be kept. When the sum is
 * above the limit with every storage idle, the storages together may not make it worse, and where
 * they can make it better, they do so before anything else.
 *
 * @param subject what is limited, for people: "fuse L1 of circuit garage"
 * @param sum storages in both directions and production, in kilowatts
 * @param mostKw what the limit leaves for the sum
 */
record Limit(String subject, int step, Terms sum, double mostKw) {

  /** Kilowatts below which a number is rounding. */
  private static final double NOISE = 1e-9;

  /** Adds the row over the sum itself. */
  void addTo(PlanningModel model) {
    addTo(model, sum, 0);
  }

  /**
   * Adds the row in other words.
   *
   * @param row equals {@code sum + shift} in every solution
   */
  void addTo(PlanningModel model, Terms row, double shift) {
    LinearModel linear = model.linear();
    double lowest = 0;
    double idle = 0;
    double highest = 0;
    for (int i = 0; i < sum.size(); i++) {
      double factor = sum.factor(i);
      double lower = linear.lower(sum.column(i));
      double upper = linear.upper(sum.column(i));
      lowest += Math.min(factor * lower, factor * upper);
      highest += Math.max(factor * lower, factor * upper);
      idle += factor * Math.clamp(0.0, lower, upper);
    }
    if (highest <= mostKw) {
      return;
    }
    String name = subject + " @" + step;
    if (idle <= mostKw + NOISE) {
      linear.atMost(name, row, Math.max(mostKw, idle) + shift);
      return;
    }
    model.overloads().add(subject, step, idle - mostKw);
    if (lowest < idle - NOISE) {
      relieve(model, name, row, idle - mostKw, shift);
    } else {
      linear.atMost(name, row, idle + shift);
    }
  }

  private void relieve(PlanningModel model, String name, Terms row, double excessKw, double shift) {
    var overrun = model.linear().variable("overrun " + name, 0, excessKw);
    model.goal(Goal.KEEP_LIMITS).plus(overrun, model.grid().hours(step));
    model.linear().atMost(name, row.plus(overrun, -1), mostKw + shift);
  }
}
