package energy.setpoint.optimizer;

import energy.setpoint.core.plan.PeakPrice;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.optimizer.goal.EarlierAndCalmer;
import energy.setpoint.optimizer.goal.EnergyCost;
import energy.setpoint.optimizer.goal.GoalsInOrder;
import energy.setpoint.optimizer.goal.LeastShortfall;
import energy.setpoint.optimizer.goal.PeakCharge;
import energy.setpoint.optimizer.goal.StoredEnergyValue;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.SolverUnavailable;
import energy.setpoint.optimizer.model.BatteryStorage;
import energy.setpoint.optimizer.model.CircuitLimits;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.EnergyByDeparture;
import energy.setpoint.optimizer.model.EvseAndVehicleLimits;
import energy.setpoint.optimizer.model.GridBalance;
import energy.setpoint.optimizer.model.GridConnectionLimits;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.goal.Wear;
import energy.setpoint.optimizer.model.FairShares;
import energy.setpoint.optimizer.model.FlexibleLoads;
import energy.setpoint.optimizer.model.GridEvents;
import energy.setpoint.optimizer.model.VehicleStorage;
import java.util.ArrayList;
import java.util.List;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Plans by a linear program; may have no answer. */
final class LinearPlanner {

  /** Bounds first: later families leave out rows that the bounds already keep. */
  static final List<ConstraintFamily> FAMILIES =
      List.of(
          new EvseAndVehicleLimits(),
          new VehicleStorage(),
          new BatteryStorage(),
          new FlexibleLoads(),
          new EnergyByDeparture(),
          new CircuitLimits(),
          new GridBalance(),
          new GridConnectionLimits(),
          new GridEvents());

  /** For when something must be missing. */
  static final List<ConstraintFamily> WITH_FAIR_SHARES =
      Stream.concat(FAMILIES.stream(), Stream.of(new FairShares())).toList();

  static final List<ObjectiveTerm> TERMS =
      List.of(
          new LeastShortfall(),
          new EnergyCost(),
          new PeakCharge(),
          new StoredEnergyValue(),
          new Wear(),
          new EarlierAndCalmer());

  /** Attempts after which rulings stop being learned. */
  private static final int MOST_ATTEMPTS = 8;

  private final LinearSolver solver;
  private final GoalsInOrder goals;
  private final DeadlineFirstHeuristic heuristic = new DeadlineFirstHeuristic();

  LinearPlanner(LinearSolver solver) {
    this.solver = solver;
    goals = new GoalsInOrder(solver);
  }

  /** What came of it. */
  sealed interface Outcome {

    record Planned(Plan plan) implements Outcome {}

    /**
     * @param reason for people
     */
    record NotPlanned(String reason) implements Outcome {}
  }

  Outcome plan(PlanningProblem problem, Deadline deadline) {
    try {
      return attempt(problem, deadline);
    } catch (SolverUnavailable e) {
      return new Outcome.NotPlanned(String.valueOf(e.getMessage()));
    }
  }

  private Outcome attempt(PlanningProblem problem, Deadline deadline) {
    Rulings rulings = firstRulings(problem);
    Optional<Proof> proof = Optional.empty();
    Optional<Plan> best = Optional.empty();
    for (int i = 0; i < MOST_ATTEMPTS; i++) {
      Solved solved = solve(problem, rulings, deadline);
      switch (solved.answer()) {
        case GoalsInOrder.Answer.NeedsTurns ignored -> throw new IllegalStateException();
        case GoalsInOrder.Answer.Nothing(String reason) -> {
          return best.<Outcome>map(Outcome.Planned::new)
              .orElseGet(() -> new Outcome.NotPlanned(reason));
        }
        case GoalsInOrder.Answer.Found found -> {
          Proof own = Proof.of(solved.model(), found);
          if (proof.isEmpty() && found.complete() && provesABound(problem, solved.model())) {
            proof = Optional.of(own);
          }
          OptionalDouble bound =
              proof.map(p -> p.boundFor(own)).orElse(OptionalDouble.empty());
          Draft draft = new Draft(solved.model(), found.values());
          Rulings learned = Lessons.from(draft);
          Plan plan = draft.toPlan(report(solved, found.complete(), bound, deadline));
          plan = found.prices().map(p -> Prices.of(solved.model(), p)).map(plan::with).orElse(plan);
          if (!found.complete() || learned.equals(rulings)) {
            return new Outcome.Planned(plan);
          }
          best = PlanCheck.violations(problem, plan).isEmpty() ? Optional.of(plan) : best;
          rulings = learned;
        }
      }
    }
    return best.<Outcome>map(Outcome.Planned::new)
        .orElseGet(() -> new Outcome.NotPlanned("no plan was sound after many attempts"));
  }

  /**
   * A bound, and what the plan reached in the goals before money: the bound speaks only of plans
   * that are as good in these. A plan that a ruling made worse in one of them may cost less.
   */
  private record Proof(double bound, double[] amounts) {

    /** Rounding of an amount, in its own unit. */
    private static final double NOISE = 1e-5;

    static Proof of(PlanningModel model, GoalsInOrder.Answer.Found found) {
      return new Proof(found.bound(), GoalsInOrder.amountsBeforeMoney(model, found.values()));
    }

    OptionalDouble boundFor(Proof other) {
      boolean asGood =
          IntStream.range(0, amounts.length)
              .allMatch(i -> other.amounts[i] <= amounts[i] + NOISE * (1 + amounts[i]));
      return asGood ? OptionalDouble.of(bound) : OptionalDouble.empty();
    }
  }

  /** What the solver said of a model, and how long writing the model took. */
  private record Solved(PlanningModel model, GoalsInOrder.Answer answer, Duration modelling) {}

  private Solved solve(PlanningProblem problem, Rulings rulings, Deadline deadline) {
    Deadline clock = Deadline.in(Duration.ofDays(1));
    PlanningModel model = PlanningModel.of(problem, rulings, FAMILIES, TERMS);
    Duration modelling = clock.elapsed();
    GoalsInOrder.Answer answer = goals.together(model, deadline);
    if (answer instanceof GoalsInOrder.Answer.NeedsTurns) {
      PlanningModel withShares = PlanningModel.of(problem, rulings, WITH_FAIR_SHARES, TERMS);
      return new Solved(withShares, goals.oneByOne(withShares, deadline), modelling);
    }
    return new Solved(model, answer, modelling);
  }

  /** Whether a model rules out nothing that a plan may do. */
  private static boolean provesABound(PlanningProblem problem, PlanningModel model) {
    Rulings rulings = model.rulings();
    return !exportIsDearer(problem)
        && rulings.barred().isEmpty()
        && rulings.chargeOnly().isEmpty()
        && Lessons.outside(model).findAny().isEmpty();
  }

  private static boolean exportIsDearer(PlanningProblem problem) {
    return IntStream.range(0, problem.grid().size())
        .anyMatch(step ->
            problem.importPrice(step).perKilowattHour()
                < problem.exportPrice(step).perKilowattHour());
  }

  /** Where the cost is not convex, the search starts from the heuristic's side of zero. */
  private Rulings firstRulings(PlanningProblem problem) {
    if (!exportIsDearer(problem)) {
      return Rulings.NONE;
    }
    Plan start = heuristic.plan(problem);
    return Rulings.NONE.withExporting(
        Lessons.exportingWhereDearer(problem, start.gridPower()::watts));
  }

  private SolveReport report(
      Solved solved, boolean complete, OptionalDouble bound, Deadline deadline) {
    PlanningModel model = solved.model();
    List<String> reasons = new ArrayList<>(model.overloads().inWords(model.grid()));
    Rulings rulings = model.rulings();
    if (!complete) {
      reasons.add("the search for the least cost did not finish");
    }
    if (!rulings.exporting().isEmpty()) {
      reasons.add("export is dearer than import in some steps, where the side of zero was tried");
    }
    if (!rulings.barred().isEmpty()) {
      reasons.add(
          "some batteries were kept from charging and discharging at once by closing one"
              + " direction");
    }
    if (!rulings.chargeOnly().isEmpty() || !rulings.insideFrom().isEmpty()) {
      reasons.add("a battery below its minimum only charges until it is above");
    }
    boolean falling = !model.problem().money().peaks().stream().allMatch(PeakPrice::isConvex);
    if (falling) {
      reasons.add("a tier of a peak price that is cheaper than one below is planned as a line");
    }
    boolean optimal = complete && rulings.equals(Rulings.NONE) && !falling;
    return new SolveReport(
        solver.name() + " linear program",
        optimal ? SolveReport.Status.OPTIMAL : SolveReport.Status.FEASIBLE,
        reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons)),
        deadline.elapsed(),
        solved.modelling(),
        bound);
  }
}
