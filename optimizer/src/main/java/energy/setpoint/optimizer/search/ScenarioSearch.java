package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.Uncertainty.Expectation;
import energy.setpoint.core.plan.Uncertainty.Scenarios;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.search.CommonDecision.Decided;
import energy.setpoint.optimizer.search.Futures.Followed;
import energy.setpoint.optimizer.search.LinearPlanner.Outcome;
import energy.setpoint.optimizer.uncertainty.HereAndNow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The search for a plan whose first steps are good for several futures. One program for all of them
 * decides what devices do here and now; then the most probable future is planned with that held,
 * and so are the others, to see what they cost. Maths: {@code docs/optimizer/uncertainty.md}.
 */
final class ScenarioSearch {

  private static final double NOISE_MONEY = 1e-3;

  private final LinearPlanner planner;
  private final LinearSolver solver;
  private final PlanningProblem problem;
  private final Scenarios scenarios;
  private final int steps;
  private final Deadline deadline;
  private final Futures futures;

  ScenarioSearch(
      LinearPlanner planner,
      LinearSolver solver,
      PlanningProblem problem,
      Scenarios scenarios,
      Deadline deadline) {
    this.planner = planner;
    this.solver = solver;
    this.problem = problem;
    this.scenarios = scenarios;
    this.deadline = deadline;
    steps = HereAndNow.steps(problem.grid(), scenarios.hereAndNow());
    futures = new Futures(planner, problem, scenarios, deadline);
  }

  Outcome run(Progress progress) {
    if (scenarios.all().size() == 1) {
      return planner.plan(problem.nominal(), List.of(), deadline, progress);
    }
    Optional<Decided> decided = new CommonDecision(solver, problem, scenarios).inTime(deadline);
    if (decided.isEmpty()) {
      return alone(progress, "there was no common plan for all scenarios in time");
    }
    List<ConstraintFamily> held = List.of(decided.get().hereAndNow());
    return switch (planner.plan(problem.nominal(), held, deadline, progress)) {
      case Outcome.NotPlanned(String reason) ->
          alone(progress, "what suits all scenarios could not be kept: " + reason);
      case Outcome.Planned(Plan plan) -> new Outcome.Planned(better(plan, decided.get()));
    };
  }

  private Outcome alone(Progress progress, String reason) {
    return switch (planner.plan(problem.nominal(), List.of(), deadline, progress)) {
      case Outcome.NotPlanned(String why) -> new Outcome.NotPlanned(reason + "; " + why);
      case Outcome.Planned(Plan plan) ->
          new Outcome.Planned(plan.with(report(plan, Status.FEASIBLE, reason, Optional.empty())));
    };
  }

  /**
   * The plan, or the one for the most probable future alone where that is better after all: the
   * program for all futures knows no "either … or".
   */
  private Plan better(Plan plan, Decided decided) {
    Optional<Followed> followed = futures.follow(plan);
    if (followed.isEmpty()) {
      String reason = "not every scenario could be followed to its end in time";
      return plan.with(report(plan, Status.FEASIBLE, reason, Optional.empty()));
    }
    Followed aware = followed.get();
    Optional<Followed> unaware = unaware(aware);
    Followed best = unaware.filter(u -> u.cost() < aware.cost() - NOISE_MONEY).orElse(aware);
    OptionalDouble cost =
        unaware.map(u -> OptionalDouble.of(u.cost())).orElse(OptionalDouble.empty());
    return expecting(best, decided.bound(), cost);
  }

  /** The plan for the most probable future alone, where it misses no more energy in any future. */
  private Optional<Followed> unaware(Followed aware) {
    Outcome outcome = planner.plan(problem.nominal(), List.of(), deadline, new Progress());
    if (!(outcome instanceof Outcome.Planned(Plan plan))) {
      return Optional.empty();
    }
    boolean same = HereAndNow.of(aware.plan(), steps).isKeptBy(plan);
    Optional<Followed> unaware = same ? Optional.of(aware) : futures.follow(plan);
    return unaware.filter(u -> u.missesNoMoreThan(aware));
  }

  /** A plan that costs less than the bound pays for it before money, so nothing is proven of it. */
  private Plan expecting(Followed best, double proven, OptionalDouble unaware) {
    double excess = best.cost() - proven;
    double noise = CloseToBound.allowance(best.cost());
    OptionalDouble bound = excess < -noise ? OptionalDouble.empty() : OptionalDouble.of(proven);
    String doubt =
        bound.isEmpty()
            ? "something before money may be better"
            : String.format(Locale.ROOT, "the expected cost may be lower by up to %.3f", excess);
    boolean isBest = Math.abs(excess) <= noise;
    return best.plan()
        .with(
            report(
                best.plan(),
                isBest ? Status.OPTIMAL : Status.FEASIBLE,
                isBest ? "" : doubt,
                Optional.of(new Expectation(best.outcomes(), bound, unaware))));
  }

  private SolveReport report(
      Plan plan, Status status, String reason, Optional<Expectation> expectation) {
    SolveReport before = plan.report();
    String all =
        reason.isEmpty()
            ? before.reason().orElse("")
            : before.reason().map(r -> reason + "; " + r).orElse(reason);
    return new SolveReport(
        solver.name() + " linear program over " + scenarios.all().size() + " scenarios",
        before.status() == Status.OPTIMAL ? status : before.status(),
        all.isEmpty() ? Optional.empty() : Optional.of(all),
        deadline.elapsed(),
        before.modelling(),
        OptionalDouble.empty(),
        expectation);
  }
}
