package energy.setpoint.optimizer.integer;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.optimizer.goal.Amounts;
import energy.setpoint.optimizer.goal.WeighedGoals;
import energy.setpoint.optimizer.linear.Deadline;
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
import java.util.Arrays;
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

  /** Differences of amounts that are rounding: absolute and as a share. */
  private static final double NOISE = 1e-4;

  /** Nobody waits longer for the last tenth of a percent. */
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
    return money(problem, asIn(start, amounts), areLeast, start, leastSoFar);
  }

  /** How little of a goal was reached, by which solution, and proven. */
  private record Amount(double reached, double bound, double[] values) {}

  private ChoiceModel model(PlanningProblem problem, Rulings rulings) {
    return ChoiceModel.of(problem, rulings, families, terms, directions);
  }

  /** The least of one goal before money, with those before it held. */
  private Optional<Amount> leastOf(PlanningProblem problem, int index, double[] amounts) {
    PlanningModel model = model(problem, Rulings.RELAXED).planning();
    double[] held = amounts.clone();
    Arrays.fill(held, index, held.length, Double.POSITIVE_INFINITY);
    Amounts.hold(model, held);
    Terms goal = model.goal(Amounts.GOALS.get(index));
    double fixed = model.fixedAmount(Amounts.GOALS.get(index));
    return minimise(model, goal, Optional.empty(), LONGEST)
        .map(found ->
            new Amount(goal.at(found.values()) + fixed, found.bound() + fixed, found.values()));
  }

  /**
   * A search that may miss each row by a little finds a little less than is possible, and no plan
   * would be left if that were held to the last digit. So a plan that has the same but for rounding
   * says how much it is.
   */
  private static double[] asIn(Optional<Start> start, double[] amounts) {
    double[] exact = amounts.clone();
    for (int i = 0; i < exact.length && start.isPresent(); i++) {
      if (!reaches(start.get().amounts(), amounts, i)) {
        return amounts;
      }
      exact[i] = Math.max(amounts[i], start.get().amounts()[i]);
    }
    return exact;
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
    ChoiceModel model = model(problem, Rulings.RELAXED);
    PlanningModel planning = model.planning();
    Optional<double[]> hint = start.map(model::hint);
    return minimise(planning, new WeighedGoals(planning).downToMoney(), hint, LONGEST)
        .map(weighed -> {
          Outcome.Feasible best = keepingAmounts(planning, weighed, amounts, leastSoFar, hint);
          double bound = Math.max(weighed.bound(), best.bound());
          return new Result(
              model.chosen(best.values()),
              amounts,
              new WeighedGoals(planning).moneyIn(bound, amounts),
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
    double[] reached = Amounts.of(model, found.values());
    if (reaches(reached, amounts, amounts.length - 1)) {
      return found;
    }
    Amounts.hold(model, amounts);
    return minimise(
            model, new WeighedGoals(model).downToMoney(), leastSoFar.or(() -> start), LONGEST)
        .or(() -> leastSoFar.map(v -> new Outcome.Feasible(v, Double.NEGATIVE_INFINITY)))
        .orElse(found);
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
    ChoiceModel model = model(problem, Rulings.RELAXED.withPatterns(held));
    Terms goal = new WeighedGoals(model.planning()).downToMoney();
    return minimise(model.planning(), goal, Optional.of(model.hint(start)), longest)
        .map(found -> model.chosen(found.values()));
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
