package energy.setpoint.core.plan;

import java.time.Duration;

/** Finds the cheapest plan that keeps every limit. */
public interface PlanOptimizer {

  /**
   * Always answers with a plan that keeps the limits of vehicles, EVSEs, circuits and the grid
   * connection as far as the uncontrolled load leaves room; needs that cannot be met are reported
   * as shortfalls, and {@link SolveReport} says how the plan was found.
   *
   * @param timeBudget wall-clock time after which the best answer known is returned
   */
  Plan plan(PlanningProblem problem, Duration timeBudget);
}
