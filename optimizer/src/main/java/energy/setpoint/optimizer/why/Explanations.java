package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Uncertainty;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import energy.setpoint.optimizer.uncertainty.HereAndNow;

/** Where explanations of plans begin. */
public final class Explanations {

  private Explanations() {}

  /**
   * The explanation of a plan, whoever made it. Where the plan has prices of its own they are used;
   * else what the market asks. A plan for several scenarios is explained as what it is after here
   * and now: the plan of the most probable one.
   *
   * @param plan of this very problem
   */
  public static Explanation of(PlanningProblem problem, Plan plan) {
    return of(problem, plan, OrToolsSolver.glop());
  }

  /** The same with another solver for what has to be searched for. */
  public static Explanation of(PlanningProblem problem, Plan plan, LinearSolver solver) {
    return new Explanation(problem.nominal(), plan, solver, stepsForAll(problem, plan));
  }

  /** How many steps were decided for all scenarios. */
  private static int stepsForAll(PlanningProblem problem, Plan plan) {
    boolean forAll = plan.report().expectation().isPresent();
    return forAll && problem.uncertainty() instanceof Uncertainty.Scenarios scenarios
        ? HereAndNow.steps(problem.grid(), scenarios.hereAndNow())
        : 0;
  }
}
