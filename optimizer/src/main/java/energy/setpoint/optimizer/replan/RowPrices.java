package energy.setpoint.optimizer.replan;

import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.model.PlanningModel;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The prices of a program's rows, by what the rows are about and when; those that are paid for as
 * long as a step lasts, per hour ({@link LastingRows}).
 */
public final class RowPrices {

  private final TimeGrid grid;
  private final int rows;

  /** First the price of the row that belongs to no step, then one for each step. */
  private final Map<String, double[]> bySubject = new HashMap<>();

  private RowPrices(TimeGrid grid, int rows) {
    this.grid = grid;
    this.rows = rows;
  }

  static RowPrices of(PlanningModel model, double[] prices) {
    LinearModel linear = model.linear();
    LastingRows lasting = new LastingRows(model);
    RowPrices learned = new RowPrices(model.grid(), linear.rows());
    for (int row = 0; row < linear.rows(); row++) {
      if (prices[row] != 0) {
        learned.put(linear.subject(row), linear.step(row) + 1, prices[row] / lasting.hours(row));
      }
    }
    return learned;
  }

  private void put(String subject, int place, double price) {
    double[] known = bySubject.getOrDefault(subject, new double[0]);
    if (place >= known.length) {
      known = Arrays.copyOf(known, place == 0 ? 1 : grid.size() + 1);
      bySubject.put(subject, known);
    }
    known[place] = price;
  }

  int rows() {
    return rows;
  }

  /** The prices for the rows of another program, 0 where nothing like it was known. */
  double[] on(PlanningModel model) {
    LinearModel linear = model.linear();
    LastingRows lasting = new LastingRows(model);
    int[] before = before(model.grid());
    double[] prices = new double[linear.rows()];
    for (int row = 0; row < prices.length; row++) {
      double[] known = bySubject.getOrDefault(linear.subject(row), new double[0]);
      int step = linear.step(row);
      int place = step < 0 ? 0 : before[step] + 1;
      boolean isKnown = place >= 0 && place < known.length;
      prices[row] = isKnown ? known[place] * lasting.hours(row) : 0;
    }
    return prices;
  }

  /** For each step the one in which its middle lay; -2 outside. */
  private int[] before(TimeGrid now) {
    int[] before = new int[now.size()];
    for (int step = 0; step < before.length; step++) {
      Instant middle = now.step(step).start().plus(now.length(step).dividedBy(2));
      int found = grid.indexAt(middle);
      before[step] = found < 0 || found >= grid.size() ? -2 : found;
    }
    return before;
  }
}
