package energy.setpoint.optimizer.goal;

import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.LinearSolver.Attempt;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.PlanningModel;
import java.util.List;

/**
 * Solves a model for its goals in their order. A first search weighs them all together; when it
 * attains the least that is possible at all for each goal before money, it is exact and the only
 * one. Otherwise each goal has its own search, and what it reached becomes a limit for the next.
 * Maths: {@code docs/optimizer/goals-in-order.md}.
 */
public final class GoalsInOrder {

  /** Kilowatt-hours that a goal may lose to rounding when it becomes a limit. */
  private static final double SLACK = 1e-5;

  /** The goals before money that have an amount of their own. */
  private static final List<Goal> AMOUNTS =
      List.of(Goal.KEEP_LIMITS, Goal.MEET_NEEDS, Goal.RETURN_TO_WINDOW);

  private static final List<Goal> BEFORE_MONEY =
      List.of(Goal.KEEP_LIMITS, Goal.MEET_NEEDS, Goal.SHARE_FAIRLY, Goal.RETURN_TO_WINDOW);

  private final LinearSolver solver;

  public GoalsInOrder(LinearSolver solver) {
    this.solver = solver;
  }

  /** What was found. */
  public sealed interface Answer {

    /**
     * @param values one for each column
     * @param complete whether all goals had their turn; otherwise money did not
     */
    record Found(double[] values, boolean complete) implements Answer {}

    /**
     * @param reason for people
     */
    record Nothing(String reason) implements Answer {}
  }

  /** Searches until the deadline. */
  public Answer search(PlanningModel model, Deadline deadline) {
    try (Attempt attempt = solver.open(model.linear())) {
      return switch (attempt.minimise(weighedTogether(model), deadline.remaining())) {
        case Outcome.Optimal(double[] values) when isExact(model, values) ->
            new Answer.Found(values, true);
        case Outcome.Optimal(double[] values) -> oneByOne(model, attempt, values, deadline);
        case Outcome.Failed(String reason) -> new Answer.Nothing(reason);
      };
    }
  }

  private static Terms weighedTogether(PlanningModel model) {
    double dominating = MoneyScale.highPrice(model.problem()) * moneyFactor(model);
    Terms sum = money(model);
    for (Goal goal : AMOUNTS) {
      sum.plus(model.goal(goal), dominating);
    }
    return sum;
  }

  /** Money in thousandths of a usual price, so that tie-breaks stand above the tolerance. */
  private static Terms money(PlanningModel model) {
    return new Terms().plus(model.goal(Goal.SAVE_MONEY), moneyFactor(model));
  }

  private static double moneyFactor(PlanningModel model) {
    return 1000 / MoneyScale.usualPrice(model.problem());
  }

  private static boolean isExact(PlanningModel model, double[] values) {
    return AMOUNTS.stream().allMatch(goal -> isAtItsLeast(model, goal, values));
  }

  private static boolean isAtItsLeast(PlanningModel model, Goal goal, double[] values) {
    return model.goal(goal).at(values) <= model.leastPossible(goal) + SLACK;
  }

  private static Answer oneByOne(
      PlanningModel model, Attempt attempt, double[] firstValues, Deadline deadline) {
    double[] values = firstValues;
    for (Goal goal : BEFORE_MONEY) {
      Terms sum = model.goal(goal);
      if (sum.isEmpty()) {
        continue;
      }
      if (!isAtItsLeast(model, goal, values)) {
        switch (attempt.minimise(sum, deadline.remaining())) {
          case Outcome.Optimal(double[] better) -> values = better;
          case Outcome.Failed ignored -> {
            return new Answer.Found(values, false);
          }
        }
      }
      attempt.atMost("keep " + goal, sum, sum.at(values) + SLACK);
    }
    return switch (attempt.minimise(money(model), deadline.remaining())) {
      case Outcome.Optimal(double[] best) -> new Answer.Found(best, true);
      case Outcome.Failed ignored -> new Answer.Found(values, false);
    };
  }
}
