package energy.setpoint.app.replay;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import java.time.Duration;

/** Notes how long another optimizer takes and how often it falls back. For one thread. */
final class TimedOptimizer implements PlanOptimizer {

  private final PlanOptimizer timed;
  private long plans;
  private long heuristic;
  private long nanos;
  private long longestNanos;

  TimedOptimizer(PlanOptimizer timed) {
    this.timed = timed;
  }

  @Override
  public Plan plan(PlanningProblem problem, Duration timeBudget) {
    long start = System.nanoTime();
    Plan plan = timed.plan(problem, timeBudget);
    long taken = System.nanoTime() - start;
    plans++;
    nanos += taken;
    longestNanos = Math.max(longestNanos, taken);
    heuristic += plan.report().status() == SolveReport.Status.HEURISTIC ? 1 : 0;
    return plan;
  }

  PlanTimes times() {
    double mean = plans == 0 ? 0 : nanos / 1e6 / plans;
    return new PlanTimes(plans, heuristic, mean, longestNanos / 1e6);
  }

  /**
   * @param heuristic how many of the plans a rule of thumb made
   * @param meanMillis wall clock
   * @param longestMillis wall clock
   */
  record PlanTimes(long plans, long heuristic, double meanMillis, double longestMillis) {

    static final PlanTimes NONE = new PlanTimes(0, 0, 0, 0);
  }
}
