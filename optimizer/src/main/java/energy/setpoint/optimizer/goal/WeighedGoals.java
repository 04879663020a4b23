package energy.setpoint.optimizer.goal;

import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.GoalProgram;
import java.util.Arrays;

/**
 * All goals down to money as one sum, in which a unit of any goal before money weighs more than
 * money plausibly can; and the way back from that sum to the site's currency.
 */
public final class WeighedGoals {

  /** Columns above which calm is weighed into the search for money instead of searched for. */
  private static final int MOST_COLUMNS_FOR_CALM = 2_000;

  /** What a usual price's worth of calm may cost then. */
  private static final double SHARE_OF_PRICE = 1e-5;

  private final GoalProgram model;

  public WeighedGoals(GoalProgram model) {
    this.model = model;
  }

  /** Whether calm is weighed into the search for money instead of searched for. */
  public static boolean includeCalm(GoalProgram model) {
    return model.linear().columns() > MOST_COLUMNS_FOR_CALM;
  }

  /** The sum, with money as of {@link #money}. */
  public Terms downToMoney() {
    Terms sum = money();
    for (Goal goal : Amounts.GOALS) {
      sum.plus(model.goal(goal), dominating());
    }
    return sum;
  }

  /** The same with calm, where calm is weighed into money and not searched for. */
  public Terms withCalm() {
    return downToMoney().plus(model.goal(Goal.STAY_CALM), 1000 * SHARE_OF_PRICE);
  }

  /** The same as {@link #downToMoney} in the site's currency. */
  public Terms inCurrency() {
    return new Terms().plus(downToMoney(), 1 / moneyFactor());
  }

  /** Money in thousandths of a usual price, so that a search sees numbers near one. */
  Terms money() {
    return new Terms().plus(model.goal(Goal.SAVE_MONEY), moneyFactor());
  }

  /** What money as of {@link #money} is in the site's currency, with what no decision changes. */
  double inCurrency(double money) {
    return money / moneyFactor() + model.fixedMoney();
  }

  /**
   * What no plan costs less than that has no more of any goal before money than given, in currency.
   *
   * @param proven what {@link #downToMoney} cannot be less than
   */
  public double moneyIn(double proven, double[] amounts) {
    double fixed = Amounts.GOALS.stream().mapToDouble(model::fixedAmount).sum();
    double before = dominating() * (Arrays.stream(amounts).sum() - fixed);
    return inCurrency(proven - before);
  }

  /** What a unit of a goal before money weighs. */
  double dominating() {
    return MoneyScale.highPrice(model.problem()) * moneyFactor();
  }

  double moneyFactor() {
    return 1000 / MoneyScale.usualPrice(model.problem());
  }
}
