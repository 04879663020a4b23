package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.SparseMatrix;
import java.util.Arrays;

/** The rows and columns that {@link Presolve} left, numbered anew, and what kinds they are of. */
final class Kept {

  /** A column with more entries than this is cut into pieces, or it would fill the matrix. */
  private static final int DENSE = 500;

  private static final int PIECE = 200;

  /** The program's row of each row that is left. */
  final int[] oldRow;

  /** The program's column of each column that is left. */
  final int[] oldColumn;

  /** The entries that are left. */
  final SparseMatrix entries;

  private final Reduced reduced;

  Kept(Reduced reduced) {
    this.reduced = reduced;
    int[] newRow = new int[reduced.rowGone.length];
    oldRow = numbered(reduced.rowGone, newRow);
    oldColumn = numbered(reduced.columnGone, new int[reduced.columnGone.length]);
    entries = entries(newRow);
  }

  private static int[] numbered(boolean[] gone, int[] number) {
    int[] old = new int[gone.length];
    int count = 0;
    for (int i = 0; i < gone.length; i++) {
      number[i] = count;
      if (!gone[i]) {
        old[count++] = i;
      }
    }
    return Arrays.copyOf(old, count);
  }

  private SparseMatrix entries(int[] newRow) {
    SparseMatrix all = reduced.byColumn;
    int[] start = new int[oldColumn.length + 1];
    int[] row = new int[all.entries()];
    double[] value = new double[all.entries()];
    int end = 0;
    for (int j = 0; j < oldColumn.length; j++) {
      for (int k = all.start()[oldColumn[j]]; k < all.start()[oldColumn[j] + 1]; k++) {
        if (!reduced.rowGone[all.row()[k]] && all.value()[k] != 0) {
          row[end] = newRow[all.row()[k]];
          value[end++] = all.value()[k];
        }
      }
      start[j + 1] = end;
    }
    return new SparseMatrix(oldRow.length, start, row, value);
  }

  /**
   * How much the form has to hold.
   *
   * @param kinds the columns, slacks and pieces that lack no bound, one, and both
   * @param slacks the rows that are no equations
   * @param links the equations that tie pieces of a column together
   */
  record Sizes(int[] kinds, int slacks, int links) {}

  Sizes sizes() {
    int[] kinds = new int[3];
    int slacks = 0;
    int links = 0;
    for (int j = 0; j < oldColumn.length; j++) {
      kinds[kind(oldColumn[j])] += pieces(j);
      links += pieces(j) - 1;
    }
    for (int row : oldRow) {
      int kind = slackKind(row);
      if (kind >= 0) {
        kinds[kind]++;
        slacks++;
      }
    }
    return new Sizes(kinds, slacks, links);
  }

  boolean hasLower(int column) {
    return reduced.lower[column] > Double.NEGATIVE_INFINITY;
  }

  boolean hasUpper(int column) {
    return reduced.upper[column] < Double.POSITIVE_INFINITY;
  }

  /** How many bounds a column lacks: 0 for two bounds, 1 for one, 2 for none. */
  int kind(int column) {
    return (hasLower(column) ? 0 : 1) + (hasUpper(column) ? 0 : 1);
  }

  /** The same for the slack of a row; -1 for an equation, which has none. */
  int slackKind(int row) {
    double lower = reduced.rowLower[row];
    double upper = reduced.rowUpper[row];
    if (lower == upper) {
      return -1;
    }
    return Double.isInfinite(lower) || Double.isInfinite(upper) ? 1 : 0;
  }

  /** Into how many pieces a column that is left is cut. */
  int pieces(int j) {
    int length = entries.start()[j + 1] - entries.start()[j];
    return length <= DENSE ? 1 : (length + PIECE - 1) / PIECE;
  }
}
