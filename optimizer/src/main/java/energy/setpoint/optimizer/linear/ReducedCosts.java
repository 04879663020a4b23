package energy.setpoint.optimizer.linear;

/**
 * What each column costs when every row is paid for at its price: {@code z = c - A'y}. From any
 * prices at all follows a bound that holds whatever a solver claims, by weak duality.
 */
public final class ReducedCosts {

  /** Below this share of the largest cost a reduced cost is rounding. */
  private static final double NOISE = 1e-9;

  private final double[] prices;
  private final double[] costs;
  private final double noise;

  /**
   * @param prices one for each row of the model
   */
  public ReducedCosts(LinearModel model, Terms objective, double[] prices) {
    this.prices = prices;
    costs = new double[model.columns()];
    double largest = 0;
    for (int i = 0; i < objective.size(); i++) {
      costs[objective.column(i)] += objective.factor(i);
      largest = Math.max(largest, Math.abs(costs[objective.column(i)]));
    }
    noise = NOISE * largest;
    for (int row = 0; row < model.rows(); row++) {
      double price = prices[row];
      if (price != 0) {
        for (int entry = model.start(row); entry < model.start(row + 1); entry++) {
          costs[model.column(entry)] -= price * model.factor(entry);
        }
      }
    }
  }

  public double of(int column) {
    return costs[column];
  }

  /** Below this magnitude a reduced cost means nothing. */
  public double noise() {
    return noise;
  }

  /**
   * What the objective of no solution lies below: every column at its cheaper bound, every row at
   * the bound that its price pays for. Minus infinity when a price pays for a bound that is not
   * there.
   */
  public double bound(Bounds bounds) {
    double sum = 0;
    for (int row = 0; row < prices.length; row++) {
      sum += least(prices[row], bounds.rowLower(row), bounds.rowUpper(row));
    }
    for (int column = 0; column < costs.length; column++) {
      sum += least(costs[column], bounds.lower(column), bounds.upper(column));
    }
    return sum;
  }

  /** The least of price times a value between two bounds, rounding left out at infinity. */
  private double least(double price, double lower, double upper) {
    double bound = price > 0 ? lower : upper;
    boolean nothing = price == 0 || Double.isInfinite(bound) && Math.abs(price) <= noise;
    return nothing ? 0 : price * bound;
  }
}
