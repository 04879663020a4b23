package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Uncertainty;
import energy.setpoint.optimizer.goal.EarlierAndCalmer;
import energy.setpoint.optimizer.goal.EnergyCost;
import energy.setpoint.optimizer.goal.LeastShortfall;
import energy.setpoint.optimizer.goal.PeakCharge;
import energy.setpoint.optimizer.goal.StoredEnergyValue;
import energy.setpoint.optimizer.goal.Wear;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.SolverUnavailable;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.promise.FairShares;
import energy.setpoint.optimizer.promise.Promises;
import energy.setpoint.optimizer.promise.RuledPatterns;
import energy.setpoint.optimizer.replan.RecentPrices;
import java.util.List;
import java.util.stream.Stream;

/** Plans by a linear program, and by whole numbers where it must; may have no answer. */
public final class LinearPlanner {

  /**
   * What every plan promises. Bounds first: later families leave out rows that the bounds already
   * keep.
   */
  public static final List<ConstraintFamily> FAMILIES =
      Stream.concat(Promises.ALL.stream(), Stream.of(new RuledPatterns())).toList();

  /** For when something must be missing. */
  static final List<ConstraintFamily> WITH_FAIR_SHARES =
      Stream.concat(FAMILIES.stream(), Stream.of(new FairShares())).toList();

  /** What a plan is good for. */
  public static final List<ObjectiveTerm> TERMS =
      List.of(
          new LeastShortfall(),
          new EnergyCost(),
          new PeakCharge(),
          new StoredEnergyValue(),
          new Wear(),
          new EarlierAndCalmer());

  private final LinearSolver linear;
  private final LinearSolver mixed;
  private final RecentPrices recent = new RecentPrices();

  /**
   * @param linear for programs without whole numbers
   * @param mixed for small programs with whole numbers
   */
  public LinearPlanner(LinearSolver linear, LinearSolver mixed) {
    this.linear = linear;
    this.mixed = mixed;
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Planned(Plan plan) implements Outcome {}

    /**
     * @param reason for people
     */
    record NotPlanned(String reason) implements Outcome {}
  }

  /**
   * Looks for the best plan.
   *
   * @param progress told of every sound plan that is better than those before
   */
  public Outcome plan(PlanningProblem problem, Deadline deadline, Progress progress) {
    try {
      return switch (problem.uncertainty()) {
        case Uncertainty.Ignored ignored -> plan(problem, List.of(), deadline, progress);
        case Uncertainty.ByQuantile ignored -> plan(problem, List.of(), deadline, progress);
        case Uncertainty.Scenarios scenarios ->
            new ScenarioSearch(this, linear, problem, scenarios, deadline).run(progress);
      };
    } catch (SolverUnavailable e) {
      return new Outcome.NotPlanned(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Looks for the best plan for one future.
   *
   * @param held what the plan keeps to on top of the usual
   */
  Outcome plan(
      PlanningProblem problem, List<ConstraintFamily> held, Deadline deadline, Progress progress) {
    Models models = new Models(problem, held, linear, recent, deadline);
    return new PlanSearch(new Attempts(models, progress), mixed).run();
  }
}
