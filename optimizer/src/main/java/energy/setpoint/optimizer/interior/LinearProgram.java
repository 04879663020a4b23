package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.SparseMatrix;

/**
 * A linear program as flat arrays: minimise {@code cost · x} with {@code lower <= x <= upper} and
 * {@code rowLower <= A x <= rowUpper}. Bounds may be infinite; equal bounds make a column fixed and
 * a row an equation.
 *
 * <p>The arrays are not copied, and nobody may change them while a solver works on them.
 *
 * @param cost one for each column
 * @param rowStart where each row begins in {@code column} and {@code value}; one entry more than
 *     there are rows
 * @param column the columns of the rows' entries; none twice in one row
 * @param value the factors of the rows' entries, finite
 */
public record LinearProgram(
    double[] cost,
    double[] lower,
    double[] upper,
    int[] rowStart,
    int[] column,
    double[] value,
    double[] rowLower,
    double[] rowUpper) {

  /**
   * Checks the shape and the numbers.
   *
   * @throws IllegalArgumentException when lengths differ, an index is out of range, bounds are
   *     crossed or a number is missing
   */
  public LinearProgram {
    check(lower.length == cost.length && upper.length == cost.length, "columns");
    check(rowUpper.length == rowLower.length, "rows");
    check(rowStart.length == rowLower.length + 1 && rowStart[0] == 0, "row starts");
    int entries = rowStart[rowLower.length];
    check(column.length >= entries && value.length >= entries, "entries");
    for (int row = 0; row < rowLower.length; row++) {
      check(rowStart[row] <= rowStart[row + 1], "row starts");
      checkBounds("row", row, rowLower[row], rowUpper[row]);
    }
    for (int i = 0; i < cost.length; i++) {
      check(Double.isFinite(cost[i]), "costs");
      checkBounds("column", i, lower[i], upper[i]);
    }
    for (int k = 0; k < entries; k++) {
      check(column[k] >= 0 && column[k] < cost.length && Double.isFinite(value[k]), "entries");
    }
  }

  private static void check(boolean sound, String what) {
    if (!sound) {
      throw new IllegalArgumentException("The program's " + what + " do not fit together.");
    }
  }

  private static void checkBounds(String kind, int index, double lower, double upper) {
    boolean sound =
        lower <= upper && lower < Double.POSITIVE_INFINITY && upper > Double.NEGATIVE_INFINITY;
    if (!sound) {
      throw new IllegalArgumentException(
          "The bounds of " + kind + " " + index + " are " + lower + " and " + upper + ".");
    }
  }

  /** The number of columns. */
  public int columns() {
    return cost.length;
  }

  /** The number of rows. */
  public int rows() {
    return rowLower.length;
  }

  /** The cost of a point. */
  public double objective(double[] x) {
    double sum = 0;
    for (int j = 0; j < cost.length; j++) {
      sum += cost[j] * x[j];
    }
    return sum;
  }

  /** The value of a row at a point. */
  double activity(int row, double[] x) {
    double sum = 0;
    for (int k = rowStart[row]; k < rowStart[row + 1]; k++) {
      sum += value[k] * x[column[k]];
    }
    return sum;
  }

  /** By how much a point leaves the bounds of the worst row, at least zero. */
  public double worstRow(double[] x) {
    double worst = 0;
    for (int row = 0; row < rows(); row++) {
      double activity = activity(row, x);
      worst = Math.max(worst, Math.max(rowLower[row] - activity, activity - rowUpper[row]));
    }
    return worst;
  }

  /** The same entries by column. */
  SparseMatrix byColumn() {
    return SparseMatrix.transposed(columns(), rowStart, column, value, rows());
  }
}
