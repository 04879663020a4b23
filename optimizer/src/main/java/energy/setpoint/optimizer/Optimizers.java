package energy.setpoint.optimizer;

import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.optimizer.ortools.MixedSolver;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import energy.setpoint.optimizer.linear.LinearSolver;

/** The optimizers that this module offers; all of them are safe for many threads. */
public final class Optimizers {

  private Optimizers() {}

  /**
   * The linear program solved by GLOP, with {@link #deadlineFirst()} for when the solver is
   * missing, late or failed. Native code is loaded with the first plan.
   */
  public static PlanOptimizer linearWithFallback() {
    return linearWithFallback(OrToolsSolver.glop());
  }

  /** The same with another solver. */
  public static PlanOptimizer linearWithFallback(LinearSolver solver) {
    return new LinearPlanOptimizer(solver, MixedSolver.scip(), deadlineFirst());
  }

  /** A rule of thumb without native code: who leaves first is served first. */
  public static PlanOptimizer deadlineFirst() {
    return new DeadlineFirstHeuristic();
  }
}
