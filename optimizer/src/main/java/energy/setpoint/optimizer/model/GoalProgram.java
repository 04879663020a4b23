package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import java.util.List;

/** A linear program with the sums that each goal minimises. */
public interface GoalProgram {

  /** What it plans; says how large money is. */
  PlanningProblem problem();

  LinearModel linear();

  /** The sum that a goal minimises. */
  Terms goal(Goal goal);

  /** A value below which a goal's sum can never fall. */
  double leastPossible(Goal goal);

  /** A part of a goal that no decision changes, in the goal's own unit. */
  double fixedAmount(Goal goal);

  /** Money that no decision changes, positive when paid. */
  double fixedMoney();

  /** The shares that are to be fair; none unless something must be missing. */
  List<FairShare> fairShares();
}
