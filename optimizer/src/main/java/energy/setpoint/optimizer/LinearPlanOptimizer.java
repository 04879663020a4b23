package energy.setpoint.optimizer;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.check.Overloads;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.search.LinearPlanner;
import energy.setpoint.optimizer.search.LinearPlanner.Outcome;
import energy.setpoint.optimizer.search.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The cheapest plan by a linear program, checked; or, when the solver is missing, late or wrong,
 * the plan of another optimizer, which then says why. Safe for many threads.
 *
 * <p>The solver works in a thread of its own, because nothing can be promised about the time that
 * native code takes. It gets nine tenths of the time budget; the rest is for the fallback.
 */
final class LinearPlanOptimizer implements PlanOptimizer {

  /** Searches at a time, late ones included, so that they cannot pile up. */
  private static final int MOST_AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

  private final LinearPlanner planner;
  private final PlanOptimizer fallback;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  LinearPlanOptimizer(LinearSolver solver, LinearSolver mixed, PlanOptimizer fallback) {
    planner = new LinearPlanner(solver, mixed);
    this.fallback = fallback;
  }

  @Override
  public Plan plan(PlanningProblem problem, Duration timeBudget) {
    Deadline whole = Deadline.in(timeBudget);
    Deadline forSolver = Deadline.in(timeBudget.dividedBy(10).multipliedBy(9));
    return switch (planInTime(problem, forSolver)) {
      case Outcome.NotPlanned(String reason) -> fallBack(problem, whole, reason);
      case Outcome.Planned(Plan plan) -> {
        List<String> violations = PlanCheck.violations(problem, plan);
        yield violations.isEmpty()
            ? plan
            : fallBack(problem, whole, "the solver's plan is wrong: " + violations.getFirst());
      }
    };
  }

  private Outcome planInTime(PlanningProblem problem, Deadline deadline) {
    if (deadline.isOver()) {
      return new Outcome.NotPlanned("there was no time for the solver");
    }
    Progress progress = new Progress();
    try {
      if (!places.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        return new Outcome.NotPlanned("the solver was busy with other plans");
      }
      FutureTask<Outcome> task =
          new FutureTask<>(() -> planAndMakePlace(problem, deadline, progress));
      Thread.ofPlatform().daemon().name("plan-solver").start(task);
      return task.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      deadline.cancel();
      return progress
          .best()
          .map(best -> best.with(best.report().after(deadline.elapsed())))
          .<Outcome>map(Outcome.Planned::new)
          .orElseGet(() -> new Outcome.NotPlanned("the solver was late"));
    } catch (ExecutionException e) {
      return new Outcome.NotPlanned("the solver failed: " + e.getCause());
    } catch (InterruptedException e) {
      deadline.cancel();
      Thread.currentThread().interrupt();
      return new Outcome.NotPlanned("the wait for the solver was interrupted");
    }
  }

  private Outcome planAndMakePlace(PlanningProblem problem, Deadline deadline, Progress progress) {
    try {
      return planner.plan(problem, deadline, progress);
    } finally {
      places.release();
    }
  }

  private Plan fallBack(PlanningProblem problem, Deadline whole, String reason) {
    PlanningProblem followed = problem.nominal();
    Plan plan = fallback.plan(followed, whole.remaining());
    List<String> reasons = new ArrayList<>(List.of(reason));
    reasons.addAll(Overloads.inWords(followed, plan));
    return plan.with(plan.report().because(String.join("; ", reasons), whole.elapsed()));
  }
}
