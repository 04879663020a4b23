package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.Uncertainty.Expectation;
import energy.setpoint.core.plan.Uncertainty.Scenario;
import energy.setpoint.core.plan.Uncertainty.Scenarios;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.optimizer.goal.GoalsInOrder;
import energy.setpoint.optimizer.goal.GoalsInOrder.Answer;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import energy.setpoint.optimizer.search.LinearPlanner.Outcome;
import energy.setpoint.optimizer.uncertainty.HereAndNow;
import energy.setpoint.optimizer.uncertainty.ScenarioProgram;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The search for a plan whose first steps are good for several futures. One program for all of them
 * decides what devices do here and now; then the most probable future is planned with that held,
 * and so are the others, to see what they cost. Maths: {@code docs/optimizer/uncertainty.md}.
 */
final class ScenarioSearch {

  private static final int MOST_ATTEMPTS = 6;

  /** A plan this close to its bound, as a share, is the best one. */
  private static final double CLOSE = 1e-4;

  private static final double NOISE_MONEY = 1e-3;
  private static final double NOISE_WATT_HOURS = 10;

  private final LinearPlanner planner;
  private final LinearSolver solver;
  private final GoalsInOrder goals;
  private final PlanningProblem problem;
  private final Scenarios scenarios;
  private final int steps;
  private final Deadline deadline;

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
    goals = new GoalsInOrder(solver);
    steps = HereAndNow.steps(problem.grid(), scenarios.hereAndNow());
  }

  /**
   * What the program for all futures says.
   *
   * @param bound of the expected cost
   */
  private record Decided(HereAndNow hereAndNow, double bound) {}

  Outcome run(Progress progress) {
    if (scenarios.all().size() == 1) {
      return planner.plan(problem.nominal(), List.of(), deadline, progress);
    }
    Optional<Decided> decided = decideInTime();
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

  /** Half of the time is for what is common, so that some is left for the plan. */
  private Optional<Decided> decideInTime() {
    Deadline half = Deadline.in(deadline.remaining().dividedBy(2));
    try (Deadline.Watch _ = deadline.watch(half::cancel)) {
      return decide(half);
    }
  }

  private Optional<Decided> decide(Deadline half) {
    List<Rulings> rulings = Collections.nCopies(scenarios.all().size(), Rulings.RELAXED);
    OptionalDouble bound = OptionalDouble.empty();
    Optional<Decided> decided = Optional.empty();
    for (int i = 0; i < MOST_ATTEMPTS; i++) {
      ScenarioProgram program = program(rulings, LinearPlanner.FAMILIES);
      Answer answer = goals.together(program, half);
      if (answer instanceof Answer.NeedsTurns) {
        program = program(rulings, LinearPlanner.WITH_FAIR_SHARES);
        answer = goals.oneByOne(program, half);
      }
      if (!(answer instanceof Answer.Found found)) {
        return decided;
      }
      bound = bound.isPresent() ? bound : OptionalDouble.of(found.bound());
      List<Draft> drafts =
          program.models().stream().map(model -> new Draft(model, found.values())).toList();
      decided = Optional.of(new Decided(hereAndNow(drafts), bound.getAsDouble()));
      List<Rulings> learned = drafts.stream().map(i == 0 ? Lessons::first : Lessons::from).toList();
      boolean isSound =
          i == 0 ? drafts.stream().allMatch(Lessons::isSound) : learned.equals(rulings);
      if (isSound || !found.complete()) {
        return decided;
      }
      rulings = learned;
    }
    return decided;
  }

  private ScenarioProgram program(List<Rulings> rulings, List<ConstraintFamily> families) {
    return new ScenarioProgram(problem, scenarios, rulings, families, LinearPlanner.TERMS);
  }

  /** What devices do in the first steps; those that cannot take just any power decide later. */
  private HereAndNow hereAndNow(List<Draft> drafts) {
    HereAndNow decided = new HereAndNow(steps);
    for (Draft draft : drafts) {
      List<String> discrete = discrete(draft.model());
      for (Storage storage : draft.model().storages()) {
        if (!discrete.contains(storage.name())) {
          decided.decide(storage.name(), draft.power(storage));
        }
      }
    }
    return decided;
  }

  private static List<String> discrete(PlanningModel model) {
    return model.vehicles().stream()
        .filter(vehicle -> vehicle.demand().traits().isDiscrete())
        .map(VehicleColumns::storage)
        .map(Storage::name)
        .toList();
  }

  /**
   * A plan and what happens in each future after its first steps.
   *
   * @param outcomes one for each scenario, in order
   */
  private record Followed(Plan plan, List<Expectation.Outcome> outcomes) {

    double cost() {
      return outcomes.stream().mapToDouble(o -> o.share() * o.cost()).sum();
    }

    boolean missesNoMoreThan(Followed other) {
      return IntStream.range(0, outcomes.size())
          .allMatch(i ->
              outcomes.get(i).missing().wattHours()
                  <= other.outcomes.get(i).missing().wattHours() + NOISE_WATT_HOURS);
    }
  }

  /**
   * The plan, or the one for the most probable future alone where that is better after all: the
   * program for all futures knows no "either … or".
   */
  private Plan better(Plan plan, Decided decided) {
    Optional<Followed> followed = follow(plan);
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
    Optional<Followed> unaware = same ? Optional.of(aware) : follow(plan);
    return unaware.filter(u -> u.missesNoMoreThan(aware));
  }

  /** A plan that costs less than the bound pays for it before money, so nothing is proven of it. */
  private Plan expecting(Followed best, double proven, OptionalDouble unaware) {
    double excess = best.cost() - proven;
    double noise = NOISE_MONEY + CLOSE * Math.abs(best.cost());
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

  private Optional<Followed> follow(Plan plan) {
    HereAndNow kept = HereAndNow.of(plan, steps);
    List<Expectation.Outcome> outcomes = new ArrayList<>();
    for (Scenario scenario : scenarios.all()) {
      Optional<Plan> then =
          scenario.equals(scenarios.mostProbable()) ? Optional.of(plan) : follow(scenario, kept);
      then.ifPresent(p -> outcomes.add(outcome(scenario, p)));
    }
    return outcomes.size() == scenarios.all().size()
        ? Optional.of(new Followed(plan, outcomes))
        : Optional.empty();
  }

  /** A sound plan for one future with the first steps as decided. */
  private Optional<Plan> follow(Scenario scenario, HereAndNow kept) {
    Outcome outcome = planner.plan(scenario.of(problem), List.of(kept), deadline, new Progress());
    return outcome instanceof Outcome.Planned(Plan plan) && kept.isKeptBy(plan)
        ? Optional.of(plan)
        : Optional.empty();
  }

  private Expectation.Outcome outcome(Scenario scenario, Plan plan) {
    Energy missing =
        plan.shortfalls().stream().map(Shortfall::missing).reduce(Energy.ZERO, Energy::plus);
    return new Expectation.Outcome(
        scenario.name(), scenarios.share(scenario), plan.cost().total(), missing);
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
