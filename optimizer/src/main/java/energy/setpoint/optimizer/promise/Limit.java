package energy.setpoint.optimizer.promise;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.Flow;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.PlanningModel;

/**
 * The promise {@code sum <= most} for one step, made so that it can always be kept. When the sum is
 * above the limit with every storage idle, the storages together may not make it worse, and where
 * they can make it better, they do so before anything else.
 *
 * @param subject what is limited, for people: "fuse L1 of circuit garage"
 * @param leastKw the least that the sum can be
 * @param idleKw the sum with every storage at rest and every inverter held back that can be: one
 *     state for all limits, so that they can be kept together
 * @param highestKw the most that the sum can be
 * @param mostKw what the limit leaves for the sum
 */
record Limit(
    String subject, int step, double leastKw, double idleKw, double highestKw, double mostKw) {

  /** Kilowatts below which a number is rounding. */
  private static final double NOISE = 1e-9;

  /** A limit on what is taken, less a share of what is given. */
  static Limit taking(String subject, int step, Flow flow, double credit, double mostKw) {
    return new Limit(
        subject,
        step,
        flow.taking().least() - credit * flow.giving().most(),
        flow.taking().idle() - credit * flow.giving().idle(),
        flow.taking().most() - credit * flow.giving().least(),
        mostKw - flow.fixedKw(credit));
  }

  /** A limit on what is given, less what is taken. */
  static Limit giving(String subject, int step, Flow flow, double mostKw) {
    return new Limit(
        subject,
        step,
        flow.giving().least() - flow.taking().most(),
        flow.giving().idle() - flow.taking().idle(),
        flow.giving().most() - flow.taking().least(),
        mostKw + flow.fixedKw(1));
  }

  /** Whether anything the devices can do breaks it. */
  boolean mayBind() {
    return highestKw > mostKw;
  }

  /**
   * Adds the row.
   *
   * @param row equals the sum plus {@code shift} in every solution
   */
  void addTo(PlanningModel model, Terms row, double shift) {
    LinearModel linear = model.linear();
    if (!mayBind()) {
      return;
    }
    if (idleKw <= mostKw + NOISE) {
      linear.atMost(subject, step, row, Math.max(mostKw, idleKw) + shift);
      return;
    }
    if (!row.isEmpty() && leastKw < idleKw - NOISE) {
      relieve(model, row, shift);
      return;
    }
    model.addFixedAmount(Goal.KEEP_LIMITS, model.hours(step) * (idleKw - mostKw));
    if (!row.isEmpty()) {
      linear.atMost(subject, step, row, idleKw + shift);
    }
  }

  private void relieve(PlanningModel model, Terms row, double shift) {
    var overrun = model.linear().variable("overrun", subject, step, 0, idleKw - mostKw);
    model.goal(Goal.KEEP_LIMITS).plus(overrun, model.hours(step));
    model.linear().atMost(subject, step, row.plus(overrun, -1), mostKw + shift);
  }
}
