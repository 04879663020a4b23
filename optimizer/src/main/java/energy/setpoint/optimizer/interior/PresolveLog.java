package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.SparseMatrix;
import java.util.Arrays;

/**
 * What {@link Presolve} took out, in order, so that prices of the rows that are gone can be found:
 * backwards, each such row takes the part of its columns' reduced costs that is its own doing.
 */
final class PresolveLog {

  /** No row decided a column's value. */
  static final int NOBODY = -1;

  private static final int RAISES = 1;
  private static final int LOWERS = 2;
  private static final int AT_LEAST = 4;
  private static final int AT_MOST = 8;

  private final LinearProgram program;
  private final SparseMatrix byColumn;
  private final int[] fixedBy;
  private int[] row = new int[16];
  private int[] entry = new int[16];
  private int[] kind = new int[16];
  private int size;

  PresolveLog(LinearProgram program, SparseMatrix byColumn) {
    this.program = program;
    this.byColumn = byColumn;
    fixedBy = new int[program.columns()];
    Arrays.fill(fixedBy, NOBODY);
  }

  /** A row over one column became a bound of it. */
  void bound(int row, int entry, boolean raises, boolean lowers) {
    add(row, entry, (raises ? RAISES : 0) | (lowers ? LOWERS : 0));
  }

  /** A row forced its columns: it cannot be less than its upper bound, or more than its lower. */
  void force(int row, boolean atLeast) {
    add(row, -1, atLeast ? AT_LEAST : AT_MOST);
  }

  void fixed(int column, int row) {
    fixedBy[column] = row;
  }

  private void add(int newRow, int newEntry, int newKind) {
    if (size == row.length) {
      row = Arrays.copyOf(row, 2 * size);
      entry = Arrays.copyOf(entry, 2 * size);
      kind = Arrays.copyOf(kind, 2 * size);
    }
    row[size] = newRow;
    entry[size] = newEntry;
    kind[size++] = newKind;
  }

  /**
   * Prices the rows that are gone.
   *
   * @param price of the rows that stayed, and zero for all others; completed here
   */
  void price(double[] price) {
    for (int k = size - 1; k >= 0; k--) {
      if (kind[k] == AT_LEAST || kind[k] == AT_MOST) {
        price[row[k]] = forcedPrice(row[k], kind[k] == AT_LEAST, price);
      } else {
        int column = program.column()[entry[k]];
        double reduced = program.cost()[column] - byColumn.dot(column, price);
        int side = reduced > 0 ? RAISES : LOWERS;
        price[row[k]] = (kind[k] & side) == 0 ? 0 : reduced / program.value()[entry[k]];
      }
    }
  }

  /** The price nearest to zero at which no column of the row wants to leave its bound. */
  private double forcedPrice(int forcing, boolean atLeast, double[] price) {
    double worst = 0;
    for (int k = program.rowStart()[forcing]; k < program.rowStart()[forcing + 1]; k++) {
      int column = program.column()[k];
      double factor = program.value()[k];
      if (fixedBy[column] == forcing && factor != 0) {
        double reduced = program.cost()[column] - byColumn.dot(column, price);
        double needed = reduced / factor;
        worst = atLeast ? Math.min(worst, needed) : Math.max(worst, needed);
      }
    }
    return worst;
  }
}
