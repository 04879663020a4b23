package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.SparseMatrix;

/**
 * A lower bound of the cost of all points of a program that follows from row prices alone, whatever
 * they are: with {@code z = c - Aᵀ y},
 *
 * <pre>  c·x = y·(A x) + z·x >= Σ y_i (rowLower_i or rowUpper_i) + Σ z_j (lower_j or upper_j)</pre>
 *
 * where each y and z is charged at the bound that makes its term least. A price that pulls at an
 * infinite row bound counts as zero.
 */
final class DualBound {

  private static final double ROUNDING = 1e-15;
  private static final int PASSES = 5;

  private DualBound() {}

  /** Sets prices to zero that pull at an infinite bound of their row. */
  static void clip(LinearProgram program, double[] y) {
    for (int i = 0; i < y.length; i++) {
      double side = y[i] > 0 ? program.rowLower()[i] : program.rowUpper()[i];
      if (Double.isInfinite(side) || !Double.isFinite(y[i])) {
        y[i] = 0;
      }
    }
  }

  /**
   * The best bound that can be had from prices: those that a column without a bound would punish
   * with minus infinity are changed by what is usually the last digits.
   *
   * @param y clipped; changed where it helps
   */
  static double repaired(LinearProgram program, SparseMatrix byColumn, double[] y) {
    double bound = of(program, byColumn, y);
    if (bound > Double.NEGATIVE_INFINITY) {
      return bound;
    }
    int[] unbounded = unboundedColumns(program);
    for (int pass = 0; pass < PASSES && bound == Double.NEGATIVE_INFINITY; pass++) {
      for (int j = 0; j < program.columns(); j++) {
        if (pullsAtNothing(program, byColumn, j, y)) {
          relieve(program, byColumn, j, y, unbounded);
        }
      }
      bound = of(program, byColumn, y);
    }
    return bound;
  }

  /** For each row how many of its columns lack a bound. */
  private static int[] unboundedColumns(LinearProgram program) {
    int[] count = new int[program.rows()];
    for (int i = 0; i < count.length; i++) {
      for (int k = program.rowStart()[i]; k < program.rowStart()[i + 1]; k++) {
        int j = program.column()[k];
        count[i] += Double.isInfinite(program.lower()[j] - program.upper()[j]) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean pullsAtNothing(
      LinearProgram program, SparseMatrix byColumn, int column, double[] y) {
    if (!Double.isInfinite(program.lower()[column] - program.upper()[column])) {
      return false;
    }
    double z = program.cost()[column] - byColumn.dot(column, y);
    double side = z > 0 ? program.lower()[column] : program.upper()[column];
    return Double.isInfinite(side) && Math.abs(z) > rounding(program, byColumn, column, y);
  }

  /** Lets the row with the fewest other such columns take a column's reduced cost. */
  private static void relieve(
      LinearProgram program, SparseMatrix byColumn, int column, double[] y, int[] unbounded) {
    double z = program.cost()[column] - byColumn.dot(column, y);
    int best = -1;
    for (int k = byColumn.start()[column]; k < byColumn.start()[column + 1]; k++) {
      int row = byColumn.row()[k];
      double price = byColumn.value()[k] == 0 ? 0 : y[row] + z / byColumn.value()[k];
      double side = price > 0 ? program.rowLower()[row] : program.rowUpper()[row];
      boolean allowed = byColumn.value()[k] != 0 && (price == 0 || Double.isFinite(side));
      if (allowed && (best < 0 || unbounded[row] < unbounded[byColumn.row()[best]])) {
        best = k;
      }
    }
    if (best >= 0) {
      y[byColumn.row()[best]] += z / byColumn.value()[best];
    }
  }

  /**
   * The bound.
   *
   * @param y clipped
   */
  static double of(LinearProgram program, SparseMatrix byColumn, double[] y) {
    double bound = 0;
    for (int i = 0; i < y.length; i++) {
      if (y[i] != 0) {
        bound += y[i] * (y[i] > 0 ? program.rowLower()[i] : program.rowUpper()[i]);
      }
    }
    for (int j = 0; j < program.columns(); j++) {
      double z = program.cost()[j] - byColumn.dot(j, y);
      double side = z > 0 ? program.lower()[j] : program.upper()[j];
      if (Double.isFinite(side)) {
        bound += z * side;
      } else if (Math.abs(z) > rounding(program, byColumn, j, y)) {
        return Double.NEGATIVE_INFINITY;
      }
    }
    return bound;
  }

  /** What adding up a reduced cost may have cost in digits. */
  private static double rounding(
      LinearProgram program, SparseMatrix byColumn, int column, double[] y) {
    double size = Math.abs(program.cost()[column]);
    for (int k = byColumn.start()[column]; k < byColumn.start()[column + 1]; k++) {
      size += Math.abs(byColumn.value()[k] * y[byColumn.row()[k]]);
    }
    return ROUNDING * size;
  }
}
