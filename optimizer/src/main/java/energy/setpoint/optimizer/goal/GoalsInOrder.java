package energy.setpoint.optimizer.goal;

import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.LinearSolver.Attempt;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.GoalProgram;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Solves a model for its goals in their order. A first search weighs them all together; when it
 * attains the least that is possible at all for each goal before money, it is exact. Otherwise each
 * goal has its own search, and each search is confined to what is best for those before it. Maths:
 * {@code docs/optimizer/goals-in-order.md}.
 */
public final class GoalsInOrder {

  /** Kilowatt-hours that are rounding. */
  private static final double SLACK = 1e-5;

  /** The goals before money that have an amount of their own. */
  public static final List<Goal> AMOUNTS =
      List.of(
          Goal.KEEP_LIMITS,
          Goal.OBEY_EVENTS,
          Goal.MEET_ESSENTIALS,
          Goal.MEET_NEEDS,
          Goal.RETURN_TO_WINDOW);

  private static final List<Goal> BEFORE_MONEY =
      List.of(
          Goal.KEEP_LIMITS,
          Goal.OBEY_EVENTS,
          Goal.MEET_ESSENTIALS,
          Goal.MEET_NEEDS,
          Goal.SHARE_FAIRLY,
          Goal.RETURN_TO_WINDOW);

  /** Columns above which calm is weighed into the search for money instead of searched for. */
  private static final int MOST_COLUMNS_FOR_CALM = 2_000;

  /** What a usual price's worth of calm may cost then. */
  private static final double SHARE_OF_PRICE = 1e-5;

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
   * The same where some plan is known to meet all needs: a search that need not weigh them against
   * money is shorter. Should that plan be worse in what comes before needs, the answer says so.
   */
  public Answer togetherWithNeedsMet(GoalProgram model, Deadline deadline) {
    try (Attempt attempt = solver.open(model.linear())) {
      for (Goal needs : List.of(Goal.MEET_ESSENTIALS, Goal.MEET_NEEDS)) {
        Terms missing = model.goal(needs);
        for (int i = 0; i < missing.size(); i++) {
          attempt.bound(missing.column(i), 0, 0);
        }
      }
      Answer answer = together(model, attempt, deadline);
      return answer instanceof Answer.Nothing ? together(model, deadline) : answer;
    }
  }

  private Answer together(GoalProgram model, Attempt attempt, Deadline deadline) {
    boolean calmWithin = weighsCalm(model);
    Terms objective = calmWithin ? weighedWithCalm(model) : weighedTogether(model);
    return switch (attempt.minimise(objective, deadline)) {
      case Outcome.Failed(String reason) -> new Answer.Nothing(reason);
      case Outcome.Feasible ignored -> new Answer.Nothing(solver.name() + " proved nothing");
      case Outcome.Optimal best -> {
        if (!isExact(model, best.values())) {
          yield new Answer.NeedsTurns();
        }
        Search search = new Search(model, attempt, deadline, best);
        double bound =
            search.boundOf(weighedTogether(model)) - dominating(model) * leastOfAll(model);
        double[] values =
            calmWithin ? best.values() : search.next(objective, model.goal(Goal.STAY_CALM));
        yield inCurrency(model, values, best.prices(), bound, attempt.solver());
      }
    };
  }

  /**
   * What no plan costs less than that has no more of any goal before money than given; minus
   * infinity when nothing could be proven. Adds rows to the model.
   *
   * @param amounts as of {@link #amounts}
   */
  public double leastMoney(GoalProgram model, double[] amounts, Deadline deadline) {
    holdAmounts(model, amounts);
    try (Attempt attempt = solver.open(model.linear())) {
      double proven =
          switch (attempt.minimise(money(model), deadline)) {
            case Outcome.Optimal best -> best.bound();
            case Outcome.Feasible some -> some.bound();
            case Outcome.Failed ignored -> Double.NEGATIVE_INFINITY;
          };
      return proven / moneyFactor(model) + model.fixedMoney();
    }
  }

  /** The sum that weighs all goals down to money together, for a search that knows no prices. */
  public static Terms weighed(GoalProgram model) {
    return weighedTogether(model);
  }

  /** The same with calm, where calm is weighed into money and not searched for. */
  public static Terms weighedWithCalm(GoalProgram model) {
    return weighedTogether(model).plus(model.goal(Goal.STAY_CALM), 1000 * SHARE_OF_PRICE);
  }

  /** The same as {@link #weighed} in the site's currency. */
  public static Terms weighedInCurrency(GoalProgram model) {
    return new Terms().plus(weighedTogether(model), 1 / moneyFactor(model));
  }

  /**
   * An answer, when values attain the least that is possible of every goal before money; else none.
   *
   * @param prices of the rows, in currency
   * @param bound what {@link #weighedInCurrency} cannot be less than
   */
  public static Optional<Answer.Found> found(
      GoalProgram model, double[] values, double[] prices, double bound, String solver) {
    double beforeMoney = MoneyScale.highPrice(model.problem()) * leastOfAll(model);
    double ofPlans = bound - beforeMoney + model.fixedMoney();
    return isExact(model, values)
        ? Optional.of(new Answer.Found(values, Optional.of(prices), ofPlans, solver))
        : Optional.empty();
  }

  /**
   * What no plan costs less than that has no more of any goal before money than given, in currency.
   *
   * @param proven what {@link #weighed} cannot be less than
   */
  public static double moneyIn(GoalProgram model, double proven, double[] amounts) {
    double fixed = AMOUNTS.stream().mapToDouble(model::fixedAmount).sum();
    double before = dominating(model) * (Arrays.stream(amounts).sum() - fixed);
    return (proven - before) / moneyFactor(model) + model.fixedMoney();
  }

  /** Keeps every goal before money at an amount. */
  public static void holdAmounts(GoalProgram model, double[] amounts) {
    for (int i = 0; i < amounts.length; i++) {
      Terms sum = model.goal(AMOUNTS.get(i));
      if (!sum.isEmpty() && amounts[i] < Double.POSITIVE_INFINITY) {
        String subject = "as good in " + AMOUNTS.get(i);
        double most = amounts[i] - model.fixedAmount(AMOUNTS.get(i)) + SLACK;
        model.linear().atMost(subject, -1, model.linear().merged(sum), most);
      }
    }
  }

  /** A search for each goal in turn; the model has to know fair shares. */
  public Answer oneByOne(GoalProgram model, Deadline deadline) {
    try (Attempt attempt = solver.open(model.linear())) {
      Optional<Search> begun = Optional.empty();
      Terms before = new Terms();
      for (Goal goal : BEFORE_MONEY) {
        Terms sum = model.goal(goal);
        if (sum.isEmpty()) {
          continue;
        }
        if (begun.isEmpty()) {
          switch (attempt.minimise(sum, deadline)) {
            case Outcome.Optimal best ->
                begun = Optional.of(new Search(model, attempt, deadline, best));
            case Outcome.Feasible ignored -> {
              return new Answer.Nothing(solver.name() + " proved nothing");
            }
            case Outcome.Failed(String reason) -> {
              return new Answer.Nothing(reason);
            }
          }
        } else if (goal == Goal.SHARE_FAIRLY) {
          begun.get().shareFairly(before, sum);
        } else {
          begun.get().next(before, sum);
        }
        before = sum;
      }
      if (begun.isEmpty()) {
        return new Answer.Nothing("there is no goal before money");
      }
      return moneyAndCalm(model, begun.get(), before, attempt.solver());
    }
  }

  private static Answer moneyAndCalm(
      GoalProgram model, Search search, Terms before, String solver) {
    Terms money = money(model);
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
    double factor = moneyFactor(model);
    double[] prices = new double[weighedPrices.length];
    for (int row = 0; row < prices.length; row++) {
      prices[row] = weighedPrices[row] / factor;
    }
    double bound = weighedBound / factor + model.fixedMoney();
    return new Answer.Found(values, Optional.of(prices), bound, solver);
  }

  /**
   * What a solution has of each goal before money that has an amount of its own, the most important
   * first.
   */
  public static double[] amounts(GoalProgram model, double[] values) {
    return AMOUNTS.stream()
        .mapToDouble(goal -> model.goal(goal).at(values) + model.fixedAmount(goal))
        .toArray();
  }

  /** Whether calm is weighed into the search for money instead of searched for. */
  public static boolean weighsCalm(GoalProgram model) {
    return model.linear().columns() > MOST_COLUMNS_FOR_CALM;
  }

  private static Terms weighedTogether(GoalProgram model) {
    Terms sum = money(model);
    for (Goal goal : AMOUNTS) {
      sum.plus(model.goal(goal), dominating(model));
    }
    return sum;
  }

  private static double dominating(GoalProgram model) {
    return MoneyScale.highPrice(model.problem()) * moneyFactor(model);
  }

  private static double leastOfAll(GoalProgram model) {
    return AMOUNTS.stream().mapToDouble(model::leastPossible).sum();
  }

  /** Money in thousandths of a usual price, so that a search sees numbers near one. */
  private static Terms money(GoalProgram model) {
    return new Terms().plus(model.goal(Goal.SAVE_MONEY), moneyFactor(model));
  }

  private static double moneyFactor(GoalProgram model) {
    return 1000 / MoneyScale.usualPrice(model.problem());
  }

  private static boolean isExact(GoalProgram model, double[] values) {
    return AMOUNTS.stream()
        .allMatch(goal -> model.goal(goal).at(values) <= model.leastPossible(goal) + SLACK);
  }
}
