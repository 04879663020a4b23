package energy.setpoint.optimizer.goal;

import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.GoalProgram;
import java.util.List;

/** What a solution has of each goal before money that has an amount of its own. */
public final class Amounts {

  /** The goals that have one, the most important first. */
  public static final List<Goal> GOALS =
      List.of(
          Goal.KEEP_LIMITS,
          Goal.OBEY_EVENTS,
          Goal.MEET_ESSENTIALS,
          Goal.MEET_NEEDS,
          Goal.RETURN_TO_WINDOW);

  /** Kilowatt-hours that are rounding. */
  private static final double SLACK = 1e-5;

  private Amounts() {}

  /** The amounts in the order of {@link #GOALS}, with what no decision changes. */
  public static double[] of(GoalProgram model, double[] values) {
    return GOALS.stream()
        .mapToDouble(goal -> model.goal(goal).at(values) + model.fixedAmount(goal))
        .toArray();
  }

  /** Keeps every goal before money at an amount, by a row; not where it is infinite. */
  public static void hold(GoalProgram model, double[] amounts) {
    for (int i = 0; i < amounts.length; i++) {
      Goal goal = GOALS.get(i);
      Terms sum = model.goal(goal);
      if (!sum.isEmpty() && amounts[i] < Double.POSITIVE_INFINITY) {
        double most = amounts[i] - model.fixedAmount(goal) + SLACK;
        model.linear().atMost("as good in " + goal, -1, model.linear().merged(sum), most);
      }
    }
  }

  /** Whether values attain, but for rounding, the least that is possible of every goal. */
  static boolean areLeast(GoalProgram model, double[] values) {
    return GOALS.stream()
        .allMatch(goal -> model.goal(goal).at(values) <= model.leastPossible(goal) + SLACK);
  }

  /**
   * What values have of all together, without what no decision changes; where rounding leaves less
   * than is possible, the least that is.
   */
  static double sum(GoalProgram model, double[] values) {
    return GOALS.stream()
        .mapToDouble(goal -> Math.max(model.goal(goal).at(values), model.leastPossible(goal)))
        .sum();
  }
}
