package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.goal.GoalsInOrder;
import energy.setpoint.optimizer.goal.GoalsInOrder.Answer;
import energy.setpoint.optimizer.goal.WeighedGoals;
import energy.setpoint.optimizer.heuristic.DeadlineFirstHeuristic;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.replan.RecentPrices;
import energy.setpoint.optimizer.replan.Replanning;
import energy.setpoint.optimizer.replan.RowPrices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models of one problem, written and solved for all their goals. */
final class Models {

  /** Columns from which a plan by rule costs less than it saves by showing what is possible. */
  private static final int WORTH_KNOWING = 20_000;

  private final PlanningProblem problem;
  private final List<ConstraintFamily> held;
  private final LinearSolver solver;
  private final GoalsInOrder goals;
  private final RecentPrices recent;
  private final Deadline deadline;
  private Optional<PlanningModel> relaxed = Optional.empty();
  private Duration modelling = Duration.ZERO;

  /**
   * @param held what every plan keeps to on top of the usual
   * @param recent what was learned with earlier plans
   */
  Models(
      PlanningProblem problem,
      List<ConstraintFamily> held,
      LinearSolver solver,
      RecentPrices recent,
      Deadline deadline) {
    this.problem = problem;
    this.held = held;
    this.solver = solver;
    this.recent = recent;
    this.deadline = deadline;
    goals = new GoalsInOrder(solver);
  }

  /** What the solver said of a model. */
  record Solved(PlanningModel model, Answer answer) {

    /** What was found, as powers; empty when nothing was found in time. */
    Optional<Draft> draft() {
      return answer instanceof Answer.Found found
          ? Optional.of(new Draft(model, found.values()))
          : Optional.empty();
    }
  }

  PlanningProblem problem() {
    return problem;
  }

  Deadline deadline() {
    return deadline;
  }

  /** What every plan promises. */
  List<ConstraintFamily> families() {
    return Stream.of(LinearPlanner.FAMILIES, held).flatMap(List::stream).toList();
  }

  Solved solve(Rulings rulings) {
    return solve(rulings, List.of());
  }

  /**
   * Solves a model for all its goals.
   *
   * @param more families on top of the usual ones
   */
  Solved solve(Rulings rulings, List<ConstraintFamily> more) {
    PlanningModel model =
        rulings.equals(Rulings.RELAXED) && more.isEmpty()
            ? relaxed()
            : model(rulings, LinearPlanner.FAMILIES, more);
    boolean canMeet = rulings.equals(Rulings.RELAXED) && more.isEmpty() && needsCanBeMet(model);
    Answer answer =
        canMeet ? goals.togetherWithNeedsMet(model, deadline) : goals.together(model, deadline);
    if (answer instanceof Answer.NeedsTurns) {
      PlanningModel withShares = model(rulings, LinearPlanner.WITH_FAIR_SHARES, more);
      return new Solved(withShares, goals.oneByOne(withShares, deadline));
    }
    return new Solved(model, answer);
  }

  /** Whether it is known, and worth knowing, that a plan meets all needs. */
  private boolean needsCanBeMet(PlanningModel model) {
    return model.linear().columns() >= WORTH_KNOWING
        && held.isEmpty()
        && problem.flexibleLoads().isEmpty()
        && problem.vehicles().stream().noneMatch(vehicle -> vehicle.traits().isDiscrete())
        && new DeadlineFirstHeuristic().plan(problem).shortfalls().isEmpty();
  }

  /** The relaxed model, written once. */
  private PlanningModel relaxed() {
    if (relaxed.isEmpty()) {
      relaxed = Optional.of(model(Rulings.RELAXED, LinearPlanner.FAMILIES, List.of()));
    }
    return relaxed.get();
  }

  private PlanningModel model(
      Rulings rulings, List<ConstraintFamily> families, List<ConstraintFamily> more) {
    Deadline clock = Deadline.in(Duration.ofDays(1));
    List<ConstraintFamily> all = Stream.of(families, more, held).flatMap(List::stream).toList();
    PlanningModel model = PlanningModel.of(problem, rulings, all, LinearPlanner.TERMS);
    modelling = modelling.plus(clock.elapsed());
    return model;
  }

  /** What no plan costs less than that has no more than these amounts, by the relaxed model. */
  double leastMoney(double[] amounts) {
    PlanningModel model = model(Rulings.RELAXED, LinearPlanner.FAMILIES, List.of());
    return goals.leastMoney(model, amounts, deadline);
  }

  /**
   * Solves the relaxed model from the plan in force; empty when nothing was learned with it, when
   * too much has changed, or when the model is so small that calm has a search of its own.
   */
  Optional<Solved> solveFromPlanInForce() {
    Optional<RowPrices> learned = problem.inForce().map(Plan::id).flatMap(recent::find);
    if (learned.isEmpty() || !held.isEmpty() || !WeighedGoals.includeCalm(relaxed())) {
      return Optional.empty();
    }
    return new Replanning(solver, relaxed(), learned.get(), CloseToBound::allowance)
        .from(problem.inForce().orElseThrow(), deadline)
        .map(found -> new Solved(relaxed(), found));
  }

  /**
   * Keeps what the relaxed model taught, for when this plan is in force. A plan with something held
   * follows one future of many, is never in force, and would push out those that are.
   */
  void learn(Plan plan, Solved solved) {
    if (held.isEmpty()
        && solved.answer() instanceof Answer.Found found
        && found.complete()
        && solved.model().fairShares().isEmpty()) {
      found.prices().ifPresent(prices -> recent.remember(plan.id(), solved.model(), prices));
    }
  }

  /** How long it took to write them down. */
  Duration modelling() {
    return modelling;
  }
}
