package energy.setpoint.optimizer.goal;

import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.LinearSolver.Attempt;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.GoalProgram;
import java.util.List;
import java.util.Optional;

/**
 * Solves a model for its goals in their order. A first search weighs them all together; when it
 * attains the least that is possible at all for each goal before money, it is exact. Otherwise each
 * goal has its own search, and each search is confined to what is best for those before it. Maths:
 * {@code docs/optimizer/goals-in-order.md}.
 */
public final class GoalsInOrder {

  private static final List<Goal> BEFORE_MONEY =
      List.of(
          Goal.KEEP_LIMITS,
          Goal.OBEY_EVENTS,
          Goal.MEET_ESSENTIALS,
          Goal.MEET_NEEDS,
          Goal.SHARE_FAIRLY,
          Goal.RETURN_TO_WINDOW);

  private final LinearSolver solver;

  public GoalsInOrder(LinearSolver solver) {
    this.solver = solver;
  }

  /** What was found. */
  public sealed interface Answer {

    /**
     * @param values one for each column
     * @param prices what one more on the right side of each row would cost, in currency; empty when
     *     money did not have its turn
     * @param bound no solution as good in everything before money costs less; minus infinity when
     *     money did not have its turn
     * @param solver who found it, for people
     */
    record Found(double[] values, Optional<double[]> prices, double bound, String solver)
        implements Answer {

      /** Whether all goals down to money had their turn. */
      public boolean complete() {
        return prices.isPresent();
      }
    }

    /** Some goal before money cannot reach what it could reach alone: they need their own turns. */
    record NeedsTurns() implements Answer {}

    /**
     * @param reason for people
     */
    record Nothing(String reason) implements Answer {}
  }

  /** One search for all goals together. */
  public Answer together(GoalProgram model, Deadline deadline) {
    try (Attempt attempt = solver.open(model.linear())) {
      return together(model, attempt, deadline);
    }
  }

  /**
   * The same where some plan is known to meet all needs, but for rounding: a search that need not
   * weigh them against money is shorter. Should that plan be worse in what comes before needs, the
   * answer says so; should there be none, half of the time is left for a search that weighs.
   */
  public Answer togetherWithNeedsMet(GoalProgram model, Deadline deadline) {
    Deadline half = Deadline.in(deadline.remaining().dividedBy(2));
    try (Attempt attempt = solver.open(model.linear());
        Deadline.Watch _ = deadline.watch(half::cancel)) {
      for (Goal needs : List.of(Goal.MEET_ESSENTIALS, Goal.MEET_NEEDS)) {
        Terms missing = model.goal(needs);
        for (int i = 0; i < missing.size(); i++) {
          attempt.bound(missing.column(i), 0, 0);
        }
      }
      Answer answer = together(model, attempt, half);
      return answer instanceof Answer.Nothing ? together(model, deadline) : answer;
    }
  }

  private Answer together(GoalProgram model, Attempt attempt, Deadline deadline) {
    WeighedGoals weighed = new WeighedGoals(model);
    boolean calmWithin = WeighedGoals.includeCalm(model);
    Terms objective = calmWithin ? weighed.withCalm() : weighed.downToMoney();
    return switch (attempt.minimise(objective, deadline)) {
      case Outcome.Failed(String reason) -> new Answer.Nothing(reason);
      case Outcome.Feasible ignored -> new Answer.Nothing(solver.name() + " proved nothing");
      case Outcome.Optimal best -> {
        if (!Amounts.areLeast(model, best.values())) {
          yield new Answer.NeedsTurns();
        }
        Search search = new Search(model, attempt, deadline, best);
        double proven = search.boundOf(weighed.downToMoney());
        double[] values =
            calmWithin ? best.values() : search.next(objective, model.goal(Goal.STAY_CALM));
        double bound = proven - weighed.dominating() * Amounts.sum(model, values);
        yield inCurrency(model, values, best.prices(), bound, attempt.solver());
      }
    };
  }

  /**
   * What no plan costs less than that has no more of any goal before money than given; minus
   * infinity when nothing could be proven. Adds rows to the model.
   *
   * @param amounts as of {@link Amounts#of}
   */
  public double leastMoney(GoalProgram model, double[] amounts, Deadline deadline) {
    Amounts.hold(model, amounts);
    WeighedGoals weighed = new WeighedGoals(model);
    try (Attempt attempt = solver.open(model.linear())) {
      double proven =
          switch (attempt.minimise(weighed.money(), deadline)) {
            case Outcome.Optimal best -> best.bound();
            case Outcome.Feasible some -> some.bound();
            case Outcome.Failed ignored -> Double.NEGATIVE_INFINITY;
          };
      return weighed.inCurrency(proven);
    }
  }

  /**
   * An answer, when values attain the least that is possible of every goal before money, but for
   * rounding; else none.
   *
   * <p>What they have more than the least may have saved money, at most for what it weighs. The sum
   * of all goals is nowhere less than the bound; so a solution that has no more of any goal before
   * money than these values costs no less than the bound, less the weight of all that they have.
   *
   * @param prices of the rows, in currency
   * @param bound what {@link WeighedGoals#inCurrency()} cannot be less than
   */
  public static Optional<Answer.Found> found(
      GoalProgram model, double[] values, double[] prices, double bound, String solver) {
    double beforeMoney = MoneyScale.highPrice(model.problem()) * Amounts.sum(model, values);
    double ofPlans = bound - beforeMoney + model.fixedMoney();
    return Amounts.areLeast(model, values)
        ? Optional.of(new Answer.Found(values, Optional.of(prices), ofPlans, solver))
        : Optional.empty();
  }

  /** A search for each goal in turn; the model has to know fair shares. */
  public Answer oneByOne(GoalProgram model, Deadline deadline) {
    List<Goal> goals = BEFORE_MONEY.stream().filter(goal -> !model.goal(goal).isEmpty()).toList();
    if (goals.isEmpty()) {
      return new Answer.Nothing("there is no goal before money");
    }
    Terms first = model.goal(goals.getFirst());
    try (Attempt attempt = solver.open(model.linear())) {
      return switch (attempt.minimise(first, deadline)) {
        case Outcome.Failed(String reason) -> new Answer.Nothing(reason);
        case Outcome.Feasible ignored -> new Answer.Nothing(solver.name() + " proved nothing");
        case Outcome.Optimal best -> {
          Search search = new Search(model, attempt, deadline, best);
          Terms last = searchOn(search, model, goals);
          yield moneyAndCalm(model, search, last, attempt.solver());
        }
      };
    }
  }

  /** Goes through the goals after the first, and returns the sum of the last one. */
  private static Terms searchOn(Search search, GoalProgram model, List<Goal> goals) {
    Terms before = model.goal(goals.getFirst());
    for (Goal goal : goals.subList(1, goals.size())) {
      Terms sum = model.goal(goal);
      if (goal == Goal.SHARE_FAIRLY) {
        search.shareFairly(before, sum);
      } else {
        search.next(before, sum);
      }
      before = sum;
    }
    return before;
  }

  private static Answer moneyAndCalm(
      GoalProgram model, Search search, Terms before, String solver) {
    Terms money = new WeighedGoals(model).money();
    double[] values = search.next(before, money);
    if (!search.isComplete()) {
      return new Answer.Found(values, Optional.empty(), Double.NEGATIVE_INFINITY, solver);
    }
    double bound = search.boundOf(money);
    double[] prices = search.prices();
    values = search.next(money, model.goal(Goal.STAY_CALM));
    return inCurrency(model, values, prices, bound, solver);
  }

  private static Answer.Found inCurrency(
      GoalProgram model,
      double[] values,
      double[] weighedPrices,
      double weighedBound,
      String solver) {
    WeighedGoals weighed = new WeighedGoals(model);
    double[] prices = new double[weighedPrices.length];
    for (int row = 0; row < prices.length; row++) {
      prices[row] = weighedPrices[row] / weighed.moneyFactor();
    }
    double bound = weighed.inCurrency(weighedBound);
    return new Answer.Found(values, Optional.of(prices), bound, solver);
  }
}
