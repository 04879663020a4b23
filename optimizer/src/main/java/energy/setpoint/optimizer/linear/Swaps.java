package energy.setpoint.optimizer.linear;

/**
 * Moves a solution from the middle of the best ones towards a corner. Where two vehicles share all
 * limits that bind, it makes no difference to anybody else which of them charges when: so what one
 * takes earlier the other takes later, until one of the powers is at a bound. In the end the values
 * between their bounds, as edges between rows, form no circle any more along which anything can be
 * moved. No row changes its sum. Maths: {@code docs/optimizer/interior-point.md}.
 */
public final class Swaps {

  /** Kilowatts within which a value lies at its bound. */
  private static final double AT_BOUND = 1e-9;

  /** What a circle may miss when it closes, relative. */
  private static final double ROUNDING = 1e-9;

  private final double[] lower;
  private final double[] upper;
  private final double[] costs;
  private final double[] values;
  private final Ends ends;
  private final Forest forest;

  private Swaps(LinearModel model, Bounds bounds, Terms objective, double[] values) {
    this.values = values;
    lower = new double[values.length];
    upper = new double[values.length];
    for (int column = 0; column < values.length; column++) {
      lower[column] = bounds.lower(column);
      upper[column] = bounds.upper(column);
    }
    for (int row = 0; row < model.rows(); row++) {
      if (model.start(row + 1) == model.start(row) + 1) {
        confine(model.column(model.start(row)), model.factor(model.start(row)), bounds, row);
      }
    }
    costs = objective.perColumn(values.length);
    ends = new Ends(model);
    forest = new Forest(ends.nodes(), values.length);
  }

  /**
   * The same solution, or one that costs no more, with fewer values between their bounds.
   *
   * @param values one for each column; left as they are
   */
  public static double[] made(LinearModel model, Bounds bounds, Terms objective, double[] values) {
    Swaps swaps = new Swaps(model, bounds, objective, values.clone());
    for (int column = 0; column < values.length; column++) {
      if (swaps.ends.areOf(column) && swaps.isBetween(column)) {
        swaps.add(column);
      }
    }
    return swaps.values;
  }

  /** A row over one column is a bound of it. */
  private void confine(int column, double factor, Bounds bounds, int row) {
    double one = bounds.rowLower(row) / factor;
    double other = bounds.rowUpper(row) / factor;
    lower[column] = Math.max(lower[column], Math.min(one, other));
    upper[column] = Math.min(upper[column], Math.max(one, other));
  }

  private boolean isBetween(int column) {
    return values[column] > lower[column] + AT_BOUND && values[column] < upper[column] - AT_BOUND;
  }

  /** Takes an edge into the forest, or breaks the circle that it closes. */
  private void add(int column) {
    int length = forest.path(ends.one(column), ends.other(column));
    if (length < 0) {
      forest.link(ends.one(column), ends.other(column), column);
      return;
    }
    int[] circle = new int[length + 1];
    circle[0] = column;
    for (int i = 0; i < length; i++) {
      circle[i + 1] = forest.edge(i);
    }
    double[] moves = moves(circle);
    if (moves.length > 0 && breaks(circle, moves) && isBetween(column)) {
      forest.link(ends.one(column), ends.other(column), column);
    }
  }

  /**
   * How the columns of a circle move together so that no sum changes, the first by one; none when
   * the circle does not close, as where energy is lost on the way.
   */
  private double[] moves(int[] circle) {
    double[] moves = new double[circle.length];
    moves[0] = 1;
    int node = ends.one(circle[0]);
    for (int i = 1; i < circle.length; i++) {
      double gives = moves[i - 1] * ends.weight(circle[i - 1], node);
      moves[i] = -gives / ends.weight(circle[i], node);
      node = ends.across(circle[i], node);
    }
    double first = ends.weight(circle[0], node);
    double last = moves[circle.length - 1] * ends.weight(circle[circle.length - 1], node);
    return Math.abs(first + last) <= ROUNDING * Math.abs(first) ? moves : new double[0];
  }

  /** Moves until a value is at its bound; whether the circle has lost an edge in the forest. */
  private boolean breaks(int[] circle, double[] moves) {
    double way = cost(circle, moves) > 0 ? -1 : 1;
    double far = Double.POSITIVE_INFINITY;
    int first = -1;
    for (int i = 0; i < circle.length; i++) {
      double reach = (side(circle[i], way * moves[i]) - values[circle[i]]) / (way * moves[i]);
      if (reach < far) {
        far = reach;
        first = i;
      }
    }
    if (first < 0) {
      return false;
    }
    for (int i = 0; i < circle.length; i++) {
      values[circle[i]] += way * moves[i] * far;
    }
    values[circle[first]] = side(circle[first], way * moves[first]);
    boolean broken = false;
    for (int i = 1; i < circle.length; i++) {
      if (!isBetween(circle[i])) {
        forest.cut(circle[i]);
        broken = true;
      }
    }
    return broken;
  }

  private double cost(int[] circle, double[] moves) {
    double cost = 0;
    for (int i = 0; i < circle.length; i++) {
      cost += moves[i] * costs[circle[i]];
    }
    return cost;
  }

  /** The bound that a column moves to. */
  private double side(int column, double by) {
    return by > 0 ? upper[column] : lower[column];
  }
}
