package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.ColumnRuns;
import energy.setpoint.optimizer.interior.factor.SparseMatrix;

/**
 * What is left of a program after presolve, as equations: minimise {@code c · x} with {@code A x =
 * b} and {@code x >= 0}, some columns with an upper bound, some without bounds.
 *
 * <p>A column of the program is its value here times a factor plus a shift. A row that is not an
 * equation has one more column, its slack, which only adds to the diagonal of {@code A D Aᵀ}.
 * Columns with two bounds come first, then those with one, then the free ones.
 */
final class StandardForm {

  /** The {@link #source} of a further piece of a column. */
  static final int PIECE = Integer.MIN_VALUE;

  /** Columns with an upper bound; then come those with only a lower bound of zero. */
  final int boxed;

  /** Columns with a lower bound of zero; the others are free. */
  final int bounded;

  final SparseMatrix matrix;

  /** The same, to compute with. */
  final ColumnRuns runs;

  final double[] cost;

  /** Upper bounds of the columns that have one. */
  final double[] upper;

  final double[] rhs;

  /** The program's column; negative for a slack and for a further piece of a column. */
  final int[] source;

  /** The program's value is {@code shift + factor * x}. */
  final double[] factor;

  final double[] shift;

  /** The program's row of each equation, or -1 when it ties pieces of a column together. */
  final int[] sourceRow;

  /** A price of the program is {@code priceFactor} times one of ours. */
  final double[] priceFactor;

  /** Our costs are the program's times this. */
  final double costScale;

  StandardForm(
      int boxed,
      int bounded,
      SparseMatrix matrix,
      double[] cost,
      double[] upper,
      double[] rhs,
      int[] source,
      double[] factor,
      double[] shift,
      int[] sourceRow,
      double[] priceFactor,
      double costScale) {
    this.boxed = boxed;
    this.bounded = bounded;
    this.matrix = matrix;
    runs = new ColumnRuns(matrix);
    this.cost = cost;
    this.upper = upper;
    this.rhs = rhs;
    this.source = source;
    this.factor = factor;
    this.shift = shift;
    this.sourceRow = sourceRow;
    this.priceFactor = priceFactor;
    this.costScale = costScale;
  }

  int columns() {
    return cost.length;
  }

  int rows() {
    return rhs.length;
  }

  /** Whether a column stands for the room within a row's bounds. */
  boolean isSlack(int column) {
    return source[column] < 0 && source[column] != PIECE;
  }

  /** The same with its equations in another order: first the one that {@code order} names first. */
  StandardForm inOrder(int[] order) {
    double[] newRhs = new double[order.length];
    int[] newSource = new int[order.length];
    double[] newPrice = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      newRhs[i] = rhs[order[i]];
      newSource[i] = sourceRow[order[i]];
      newPrice[i] = priceFactor[order[i]];
    }
    SparseMatrix moved = matrix.withRowsInOrder(order);
    return new StandardForm(
        boxed, bounded, moved, cost, upper, newRhs, source, factor, shift, newSource, newPrice,
        costScale);
  }

  /** The program's columns at a point of ours; those that presolve decided have their value. */
  double[] values(Reduced reduced, double[] x) {
    double[] values = reduced.value.clone();
    for (int j = 0; j < columns(); j++) {
      if (source[j] >= 0) {
        values[source[j]] = shift[j] + factor[j] * x[j];
      }
    }
    return values;
  }

  /** The program's prices, those of the rows that presolve took out included. */
  double[] prices(Reduced reduced, double[] y) {
    double[] prices = new double[reduced.program.rows()];
    for (int i = 0; i < rows(); i++) {
      if (sourceRow[i] >= 0) {
        prices[sourceRow[i]] = priceFactor[i] * y[i];
      }
    }
    reduced.log.price(prices);
    return prices;
  }
}
