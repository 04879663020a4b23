package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.optimizer.goal.GoalsInOrder;
import energy.setpoint.optimizer.goal.GoalsInOrder.Answer;
import energy.setpoint.optimizer.goal.MoneyScale;
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
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The models of one problem that were solved, the best sound plan among them, and what is proven.
 */
final class Attempts {

  /** A plan this close to its bound, as a share, is the best one. */
  private static final double CLOSE = 1e-4;

  /** Columns from which a plan by rule costs less than it saves by showing what is possible. */
  private static final int WORTH_KNOWING = 20_000;

  private final PlanningProblem problem;
  private final List<ConstraintFamily> held;
  private final GoalsInOrder goals;
  private final RecentPrices recent;
  private final Deadline deadline;
  private final Progress progress;
  private final LinearSolver solver;
  private Optional<PlanningModel> relaxed = Optional.empty();
  private Duration modelling = Duration.ZERO;
  private final Proofs proofs;
  private Optional<Candidate> best = Optional.empty();
  private Optional<Plan> spare = Optional.empty();
  private Optional<String> lastViolation = Optional.empty();

  /**
   * @param held what every plan keeps to on top of the usual
   * @param recent what was learned with earlier plans
   */
  Attempts(
      PlanningProblem problem,
      List<ConstraintFamily> held,
      LinearSolver solver,
      RecentPrices recent,
      Deadline deadline,
      Progress progress) {
    this.problem = problem;
    this.held = held;
    this.recent = recent;
    this.deadline = deadline;
    this.progress = progress;
    this.solver = solver;
    goals = new GoalsInOrder(solver);
    proofs = new Proofs(MoneyScale.highPrice(problem));
  }

  /**
   * Solves the relaxed model from the plan in force; empty when nothing was learned with it, when
   * too much has changed, or when the model is so small that calm has a search of its own.
   */
  Optional<Solved> solveFromPlanInForce() {
    Optional<RowPrices> learned = problem.inForce().map(Plan::id).flatMap(recent::find);
    if (learned.isEmpty() || !held.isEmpty() || !GoalsInOrder.weighsCalm(relaxed())) {
      return Optional.empty();
    }
    return new Replanning(solver, relaxed(), learned.get(), Attempts::closeTo)
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
    Answer answer =
        needsCanBeMet(model)
            ? goals.togetherWithNeedsMet(model, deadline)
            : goals.together(model, deadline);
    if (answer instanceof Answer.NeedsTurns) {
      PlanningModel withShares = model(rulings, LinearPlanner.WITH_FAIR_SHARES, more);
      return new Solved(withShares, goals.oneByOne(withShares, deadline));
    }
    return new Solved(model, answer);
  }

  /** Whether it is known, and worth knowing, that a plan meets all needs. */
  private boolean needsCanBeMet(PlanningModel model) {
    return model.linear().columns() >= WORTH_KNOWING
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

  /**
   * Keeps what was found when it is a sound plan and better than what there is.
   *
   * @param how the method, for people, given who solved the model
   * @return what it is as a plan, when it is sound
   */
  Optional<Candidate> consider(Solved solved, UnaryOperator<String> how) {
    if (!(solved.answer() instanceof Answer.Found found)) {
      return Optional.empty();
    }
    Draft draft = new Draft(solved.model(), found.values());
    if (!Lessons.isSound(draft)) {
      keepForLackOfBetter(draft, how.apply(found.solver()));
      return Optional.empty();
    }
    double[] amounts = GoalsInOrder.amounts(draft.model(), draft.values());
    if (best.isEmpty() && !proofs.isEmpty() && proofs.boundFor(amounts).isEmpty()) {
      proveFor(amounts);
    }
    Plan plan = draft.toPlan(interim(how.apply(found.solver()), proofs.boundFor(amounts)));
    if (breaksSomething(plan)) {
      return Optional.empty();
    }
    Plan priced =
        found.prices().map(p -> plan.with(Prices.of(draft.model(), plan, p))).orElse(plan);
    double[] prices = found.prices().orElse(new double[0]);
    Candidate candidate = new Candidate(priced, draft, amounts, prices);
    if (best.isEmpty() || candidate.isBetterThan(best.get())) {
      best = Optional.of(candidate);
      progress.found(priced);
    }
    return Optional.of(candidate);
  }

  /**
   * Tells of the plan that a draft becomes when what it does both ways at once is netted: its
   * limits hold, but the program counted other amounts and another cost than it has, so that it
   * cannot be compared with others.
   */
  private void keepForLackOfBetter(Draft draft, String how) {
    Plan netted = draft.toPlan(interim(how, OptionalDouble.empty()));
    if (best.isEmpty() && !breaksSomething(netted)) {
      spare = Optional.of(netted);
      progress.found(netted);
    }
  }

  private boolean breaksSomething(Plan plan) {
    List<String> violations = PlanCheck.violations(problem, plan);
    violations.stream().findFirst().ifPresent(v -> lastViolation = Optional.of(v));
    return !violations.isEmpty();
  }

  private SolveReport interim(String how, OptionalDouble bound) {
    return new SolveReport(
        how,
        SolveReport.Status.FEASIBLE,
        Optional.of("there was no time to look for a better plan"),
        deadline.elapsed(),
        modelling,
        bound);
  }

  /** What was wrong with the last draft that was no sound plan. */
  Optional<String> lastViolation() {
    return lastViolation;
  }

  Optional<Candidate> best() {
    return best;
  }

  /** A plan that keeps all limits but may be far from the best; for when there is no best. */
  Optional<Plan> spare() {
    return spare;
  }

  /** What is proven of a plan; empty if nothing. */
  OptionalDouble boundOf(Candidate candidate) {
    return proofs.boundFor(candidate.amounts());
  }

  /** Takes note that no plan that has no more than these amounts costs less. */
  void prove(double[] amounts, double bound) {
    proofs.add(amounts, bound);
  }

  /** Looks for a bound for these amounts by the relaxed model. */
  void proveFor(double[] amounts) {
    PlanningModel model = model(Rulings.RELAXED, LinearPlanner.FAMILIES, List.of());
    prove(amounts, goals.leastMoney(model, amounts, deadline));
  }

  Duration modelling() {
    return modelling;
  }

  /** Whether the best plan is proven to be the best, but for rounding. */
  boolean isDone(double[] least) {
    return best.filter(b -> Candidate.reaches(b.amounts(), least) && isClose(b)).isPresent();
  }

  /** How much a plan may be dearer than the best that is like it, as a share of its cost. */
  double gap(Candidate candidate) {
    double cost = candidate.plan().cost().total();
    double bound = boundOf(candidate).orElse(Double.NEGATIVE_INFINITY);
    return cost <= bound ? 0 : (cost - bound) / Math.abs(cost);
  }

  /** Whether a plan costs about what is proven. */
  boolean isClose(Candidate candidate) {
    double cost = candidate.plan().cost().total();
    double bound = boundOf(candidate).orElse(Double.NEGATIVE_INFINITY);
    return cost - bound <= closeTo(cost);
  }

  /** How far a plan may lie above what is proven, by its cost. */
  private static double closeTo(double cost) {
    return 1e-3 + CLOSE * Math.abs(cost);
  }
}
