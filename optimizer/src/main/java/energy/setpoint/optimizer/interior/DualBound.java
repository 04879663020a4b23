package energy.setpoint.optimizer.interior;

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
