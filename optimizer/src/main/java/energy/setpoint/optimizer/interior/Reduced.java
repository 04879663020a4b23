package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.SparseMatrix;
import java.util.Arrays;

/** What {@link Presolve} has left of a program so far: which rows and columns, in which bounds. */
final class Reduced {

  final LinearProgram program;
  final SparseMatrix byColumn;

  /** Bounds as tightened by rows over one column. */
  final double[] lower;

  final double[] upper;

  /** Bounds as relaxed where they cannot be reached. */
  final double[] rowLower;

  final double[] rowUpper;
  final boolean[] rowGone;
  final boolean[] columnGone;

  /** The value of each column that is gone. */
  final double[] value;

  final PresolveLog log;

  /** Whether anything changed since this was last set to false. */
  boolean changed;

  private final boolean[] dirty;

  Reduced(LinearProgram program) {
    this.program = program;
    byColumn = program.byColumn();
    lower = program.lower().clone();
    upper = program.upper().clone();
    rowLower = program.rowLower().clone();
    rowUpper = program.rowUpper().clone();
    rowGone = new boolean[program.rows()];
    columnGone = new boolean[program.columns()];
    value = new double[program.columns()];
    dirty = new boolean[program.rows()];
    log = new PresolveLog(program, byColumn);
    Arrays.fill(dirty, true);
  }

  /** Whether a row is left and has changed since this was last asked. */
  boolean isToBeLookedAt(int row) {
    boolean isToBe = dirty[row] && !rowGone[row];
    dirty[row] &= !isToBe;
    return isToBe;
  }

  /** What the columns that are gone add to a row. */
  double fixedPart(int row) {
    double sum = 0;
    for (int k = program.rowStart()[row]; k < program.rowStart()[row + 1]; k++) {
      if (columnGone[program.column()[k]]) {
        sum += program.value()[k] * value[program.column()[k]];
      }
    }
    return sum;
  }

  /** Whether a column is in no row that is left. */
  boolean isEmpty(int column) {
    for (int k = byColumn.start()[column]; k < byColumn.start()[column + 1]; k++) {
      if (!rowGone[byColumn.row()[k]] && byColumn.value()[k] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Takes a column out whose bounds leave it one value; {@code row} as of {@link #fix}. */
  void fixIfTight(int column, int row) {
    double width = upper[column] - lower[column];
    if (!columnGone[column] && width < 1 && width <= 1e-13 * (1 + Math.abs(lower[column]))) {
      fix(column, lower[column], row);
    }
  }

  /**
   * Takes a column out.
   *
   * @param row that leaves it this value, or {@link PresolveLog#NOBODY}
   */
  void fix(int column, double at, int row) {
    columnGone[column] = true;
    value[column] = at;
    log.fixed(column, row);
    touch(column);
  }

  /** Has the rows of a column looked at again. */
  void touch(int column) {
    changed = true;
    for (int k = byColumn.start()[column]; k < byColumn.start()[column + 1]; k++) {
      dirty[byColumn.row()[k]] = true;
    }
  }
}
