package energy.setpoint.optimizer.linear;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The columns of a program as edges between what its rows tie together. A power leads from the need
 * of its vehicle, a row that belongs to no step, to all that limits it in its step; powers that are
 * alike in all these rows lead to the same node. Any other column that stands in two rows leads
 * from one to the other. All other columns are no edges.
 */
final class Ends {

  private static final int NONE = -1;

  /** A row, or several in a fixed proportion: those before, and one more. */
  private record Alike(int before, int row, double proportion) {}

  private final Map<Alike, Integer> nodes = new HashMap<>();
  private final int[] one;
  private final int[] other;
  private final double[] weightAtOne;
  private final double[] weightAtOther;

  /** Rows of a column that belong to no step, and all others. */
  private final int[] needs;

  private final int[] limits;

  Ends(LinearModel model) {
    one = new int[model.columns()];
    other = new int[model.columns()];
    weightAtOne = new double[model.columns()];
    weightAtOther = new double[model.columns()];
    needs = new int[model.columns()];
    limits = new int[model.columns()];
    Arrays.fill(one, NONE);
    Arrays.fill(other, NONE);
    for (int row = 0; row < model.rows(); row++) {
      count(model, row);
    }
    for (int row = 0; row < model.rows(); row++) {
      lead(model, row);
    }
  }

  private void count(LinearModel model, int row) {
    int[] counts = model.step(row) < 0 ? needs : limits;
    for (int entry = model.start(row); entry < end(model, row); entry++) {
      counts[model.column(entry)]++;
    }
  }

  /** Leads the columns of a row to it. */
  private void lead(LinearModel model, int row) {
    for (int entry = model.start(row); entry < end(model, row); entry++) {
      int column = model.column(entry);
      double factor = model.factor(entry);
      if (isPower(column) && model.step(row) >= 0) {
        lengthen(column, row, factor);
      } else if (one[column] == NONE) {
        one[column] = node(NONE, row, 1);
        weightAtOne[column] = factor;
      } else {
        other[column] = node(NONE, row, 1);
        weightAtOther[column] = factor;
      }
    }
  }

  /** Where the entries of a row end; a row over one column is no more than a bound. */
  private static int end(LinearModel model, int row) {
    boolean isShared = model.start(row + 1) - model.start(row) > 1;
    return isShared ? model.start(row + 1) : model.start(row);
  }

  private boolean isPower(int column) {
    return needs[column] == 1;
  }

  private void lengthen(int column, int row, double factor) {
    boolean first = other[column] == NONE;
    weightAtOther[column] = first ? factor : weightAtOther[column];
    other[column] = node(other[column], row, first ? 1 : factor / weightAtOther[column]);
  }

  private int node(int before, int row, double proportion) {
    return nodes.computeIfAbsent(new Alike(before, row, proportion), _ -> nodes.size());
  }

  /** Whether a column leads from one node to another. */
  boolean areOf(int column) {
    boolean isTie = needs[column] == 0 && limits[column] == 2;
    return isPower(column) && limits[column] > 0 || isTie;
  }

  /** The number of nodes. */
  int nodes() {
    return nodes.size();
  }

  int one(int column) {
    return one[column];
  }

  int other(int column) {
    return other[column];
  }

  /** The node at the other end of a column. */
  int across(int column, int node) {
    return one[column] == node ? other[column] : one[column];
  }

  /** How much a column weighs in the rows of one of its nodes. */
  double weight(int column, int node) {
    return one[column] == node ? weightAtOne[column] : weightAtOther[column];
  }
}
