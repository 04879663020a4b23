package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.ortools.OrToolsSolver;

/** Where explanations of plans begin. */
public final class Explanations {

  private Explanations() {}

  /**
   * The explanation of a plan, whoever made it. Where the plan has prices of its own they are used;
   * else what the market asks.
   *
   * @param plan of this very problem
   */
  public static Explanation of(PlanningProblem problem, Plan plan) {
    return of(problem, plan, OrToolsSolver.glop());
  }

  /** The same with another solver for what has to be searched for. */
  public static Explanation of(PlanningProblem problem, Plan plan, LinearSolver solver) {
    return new Explanation(problem.nominal(), plan, solver);
  }
}
