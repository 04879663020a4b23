package energy.setpoint.optimizer.integer;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.optimizer.goal.GoalsInOrder;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.LinearSolver.Attempt;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.ChargePattern;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The search with whole numbers, for small problems: first every goal before money that the relaxed
 * model could not settle, then money with those held. Maths: {@code
 * docs/optimizer/integer-search.md}.
 */
public final class ExactSearch {

  /** Whole numbers up to which it pays to try. */
  private static final int MOST_CHOICES = 4_000;

  private static final double NOISE = 1e-4;

  /** Nobody waits longer for the last tenth of a percent; nor does a search outlive a cancel. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final LinearSolver solver;
  private final List<ConstraintFamily> families;
  private final List<ObjectiveTerm> terms;
  private final Deadline deadline;
  private final boolean directions;

  /**
   * @param directions whether a storage in the relaxed solution charges and discharges at once;
   *     where none does, none is likely to, and the choices are left out
   */
  public ExactSearch(
      LinearSolver solver,
      List<ConstraintFamily> families,
      List<ObjectiveTerm> terms,
      Deadline deadline,
      boolean directions) {
    this.directions = directions;
    this.solver = solver;
    this.families = families;
    this.terms = terms;
    this.deadline = deadline;
  }

  /**
   * What was found.
   *
   * @param rulings what was chosen
   * @param amounts of the goals before money
   * @param bound no plan that reaches these amounts costs less
   * @param areLeast whether no plan has less of any of them, in their order
   */
  public record Result(Rulings rulings, double[] amounts, double bound, boolean areLeast) {}

  /**
   * A solution to begin with.
   *
   * @param values one for each column of the model
   * @param amounts of the goals before money
   */
  public record Start(LinearModel model, double[] values, double[] amounts) {}

  /** Whether a problem has few enough choices. */
  public static boolean isSmall(PlanningProblem problem) {
    long choices = 0;
    for (VehicleDemand vehicle : problem.vehicles()) {
      boolean asks = vehicle.traits().isDiscrete() || vehicle.mayDischarge();
      choices += asks ? problem.grid().size() : 0;
    }
    return choices + (long) problem.batteries().size() * problem.grid().size() <= MOST_CHOICES;
  }

  /**
   * Searches.
   *
   * @param least amounts that no plan can go below, each when those before it are at their least
   * @param start the best plan so far
   */
  public Optional<Result> search(PlanningProblem problem, double[] least, Optional<Start> start) {
    double[] amounts = least.clone();
    boolean areLeast = true;
    boolean worse = false;
    Optional<double[]> leastSoFar = Optional.empty();
    for (int i = 0; i < least.length; i++) {
      if (!worse && start.isPresent() && reaches(start.get().amounts(), least, i)) {
        continue;
      }
      Optional<Amount> found = leastOf(problem, i, amounts);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      double reached = found.get().reached();
      amounts[i] = worse ? reached : Math.max(least[i], reached);
      worse |= !reaches(amounts, least, i);
      areLeast &= reached <= found.get().bound() + NOISE * (1 + reached);
      leastSoFar = Optional.of(found.get().values());
    }
    return money(problem, amounts, areLeast, start, leastSoFar);
  }

  /** How little of a goal was reached, by which solution, and proven. */
  private record Amount(double reached, double bound, double[] values) {}

  /** A relaxed model with all choices on top. */
  private record Model(PlanningModel planning, List<EitherOr> choices) {}

  private Model model(PlanningProblem problem, Rulings rulings) {
    List<EitherOr> choices = new ArrayList<>();
    choices.add(new OnOrOff());
    choices.add(new SideOfZero());
    choices.add(new BackInside());
    choices.add(new FeedBackOrNot());
    if (directions) {
      choices.add(new OneWayAtATime());
    }
    List<ConstraintFamily> all = new ArrayList<>(families);
    all.addAll(choices);
    return new Model(PlanningModel.of(problem, rulings, all, terms), choices);
  }

  /** The least of one goal before money, with those before it held. */
  private Optional<Amount> leastOf(PlanningProblem problem, int index, double[] amounts) {
    PlanningModel model = model(problem, Rulings.RELAXED).planning();
    double[] held = amounts.clone();
    Arrays.fill(held, index, held.length, Double.POSITIVE_INFINITY);
    GoalsInOrder.holdAmounts(model, held);
    Terms goal = model.goal(GoalsInOrder.AMOUNTS.get(index));
    double fixed = model.fixedAmount(GoalsInOrder.AMOUNTS.get(index));
    return minimise(model, goal, Optional.empty(), LONGEST)
        .map(found ->
            new Amount(goal.at(found.values()) + fixed, found.bound() + fixed, found.values()));
  }

  /** Whether amounts down to one are no more than others. */
  private static boolean reaches(double[] amounts, double[] others, int last) {
    return IntStream.rangeClosed(0, last)
        .allMatch(i -> amounts[i] <= others[i] + NOISE * (1 + others[i]));
  }

  private Optional<Result> money(
      PlanningProblem problem,
      double[] amounts,
      boolean areLeast,
      Optional<Start> start,
      Optional<double[]> leastSoFar) {
    Model model = model(problem, Rulings.RELAXED);
    PlanningModel planning = model.planning();
    Optional<double[]> hint = start.map(s -> hint(model, s));
    return minimise(planning, GoalsInOrder.weighed(planning), hint, LONGEST)
        .map(weighed -> {
          Outcome.Feasible best = keepingAmounts(planning, weighed, amounts, leastSoFar, hint);
          double bound = Math.max(weighed.bound(), best.bound());
          return new Result(
              chosen(model, best.values()),
              amounts,
              GoalsInOrder.moneyIn(planning, bound, amounts),
              areLeast);
        });
  }

  /**
   * A solution that pays money with a goal before it, as a search of their weighed sum may where
   * whole numbers make a small amount dear, gives way to one that is held to the amounts.
   *
   * @param leastSoFar a solution that has these amounts; empty when the start has them
   */
  private Outcome.Feasible keepingAmounts(
      PlanningModel model,
      Outcome.Feasible found,
      double[] amounts,
      Optional<double[]> leastSoFar,
      Optional<double[]> start) {
    double[] reached = GoalsInOrder.amounts(model, found.values());
    if (reaches(reached, amounts, amounts.length - 1)) {
      return found;
    }
    GoalsInOrder.holdAmounts(model, amounts);
    return minimise(model, GoalsInOrder.weighed(model), leastSoFar.or(() -> start), LONGEST)
        .or(() -> leastSoFar.map(v -> new Outcome.Feasible(v, Double.NEGATIVE_INFINITY)))
        .orElse(found);
  }

  private static Rulings chosen(Model model, double[] values) {
    Rulings chosen = Rulings.NONE.withPatterns(model.planning().rulings().patterns());
    for (EitherOr choice : model.choices()) {
      chosen = choice.chosen(chosen, values);
    }
    return chosen;
  }

  /**
   * Searches near a plan, for a better one but for no bound.
   *
   * @param held patterns of the vehicles that have no choice
   * @param longest how long to search at most
   * @return what was chosen, with the patterns that were held
   */
  public Optional<Rulings> near(
      PlanningProblem problem, Map<String, ChargePattern> held, Start start, Duration longest) {
    Model model = model(problem, Rulings.RELAXED.withPatterns(held));
    Terms goal = GoalsInOrder.weighed(model.planning());
    return minimise(model.planning(), goal, Optional.of(hint(model, start)), longest)
        .map(found -> chosen(model, found.values()));
  }

  /** The same solution in this model, found by the names of its columns. */
  private static double[] hint(Model model, Start start) {
    LinearModel linear = model.planning().linear();
    Map<String, Double> byName = new HashMap<>();
    for (int column = 0; column < start.model().columns(); column++) {
      byName.put(start.model().name(column), start.values()[column]);
    }
    double[] values = new double[linear.columns()];
    for (int column = 0; column < values.length; column++) {
      values[column] = byName.getOrDefault(linear.name(column), Double.NaN);
    }
    model.choices().forEach(choice -> choice.complete(values));
    return values;
  }

  private Optional<Outcome.Feasible> minimise(
      PlanningModel model, Terms objective, Optional<double[]> hint, Duration longest) {
    Duration left = deadline.remaining().multipliedBy(4).dividedBy(5);
    Deadline part = Deadline.in(left.compareTo(longest) < 0 ? left : longest);
    try (Attempt attempt = solver.open(model.linear());
        Deadline.Watch _ = deadline.watch(part::cancel)) {
      hint.ifPresent(attempt::hint);
      return switch (attempt.minimise(objective, part)) {
        case Outcome.Optimal best -> Optional.of(new Outcome.Feasible(best.values(), best.bound()));
        case Outcome.Feasible some -> Optional.of(some);
        case Outcome.Failed ignored -> Optional.empty();
      };
    }
  }
}
