package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.optimizer.integer.Start;
import energy.setpoint.optimizer.integer.rounding.Solution;
import energy.setpoint.optimizer.model.PlanningModel;

/**
 * A sound plan with what it came from.
 *
 * @param draft what it was read from
 * @param amounts of each goal before money, the most important first
 * @param prices of the draft's rows, in currency; none when money did not have its turn
 */
record Candidate(Plan plan, Draft draft, double[] amounts, double[] prices) {

  /** Differences of amounts that are rounding: absolute and as a share. */
  private static final double NOISE = 1e-4;

  private static final double NOISE_MONEY = 1e-7;

  PlanningModel model() {
    return draft.model();
  }

  /** What the program answered. */
  Solution solution() {
    return new Solution(draft.model(), draft.values(), prices);
  }

  /** What a search can begin with. */
  Start start() {
    return new Start(model().linear(), draft.values(), amounts);
  }

  /** Whether it is the better plan by the order of goals. */
  boolean isBetterThan(Candidate other) {
    for (int i = 0; i < amounts.length; i++) {
      if (differ(amounts[i], other.amounts[i])) {
        return amounts[i] < other.amounts[i];
      }
    }
    return plan.cost().total() < other.plan.cost().total() - NOISE_MONEY;
  }

  /** Whether amounts are no more than others. */
  static boolean reaches(double[] amounts, double[] others) {
    for (int i = 0; i < amounts.length; i++) {
      if (amounts[i] > others[i] && differ(amounts[i], others[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean differ(double one, double other) {
    return Math.abs(one - other) > NOISE * (1 + Math.abs(other));
  }
}
