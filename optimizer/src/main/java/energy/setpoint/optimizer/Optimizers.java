package energy.setpoint.optimizer;

import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.optimizer.heuristic.DeadlineFirstHeuristic;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import energy.setpoint.optimizer.ortools.ScipSolver;

/** The optimizers that this module offers; all of them are safe for many threads. */
public final class Optimizers {

  private Optimizers() {}

  /**
   * The linear program solved by GLOP, or by an interior-point method where it is large or GLOP is
   * missing; with {@link #deadlineFirst()} for when both are late or fail. Native code is loaded
   * with the first plan.
   */
  public static PlanOptimizer linearWithFallback() {
    return linearWithFallback(new SolverBySize(OrToolsSolver.glop(), new InteriorPointSolver()));
  }

  /** The same with another solver. */
  public static PlanOptimizer linearWithFallback(LinearSolver solver) {
    return new LinearPlanOptimizer(solver, new ScipSolver(), deadlineFirst());
  }

  /** A rule of thumb without native code: who leaves first is served first. */
  public static PlanOptimizer deadlineFirst() {
    return new DeadlineFirstHeuristic();
  }
}
