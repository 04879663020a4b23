package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.Outcome.Reason;
import energy.setpoint.optimizer.interior.factor.SparseMatrix;
import java.util.Arrays;
import java.util.Optional;

/**
 * Takes out of a program what can be decided by looking at one row or column at a time: fixed and
 * empty columns, empty rows, rows over one column, rows that the bounds of their columns keep
 * anyway, and rows that the bounds only just allow. Repeats until nothing changes.
 */
final class Presolve {

  /** Why a program has no optimum. */
  record Problem(Reason reason, String detail) {}

  /** What counts as equal, relative to the numbers compared. */
  private static final double SAME = 1e-10;

  /** A row or column broken by more than this, relative, has no solution. */
  private static final double BROKEN = 1e-7;

  private static final int PASSES = 20;

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

  private final boolean[] dirty;
  private boolean changed;
  private Optional<Problem> problem = Optional.empty();

  Presolve(LinearProgram program) {
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
    run();
  }

  /** Why the program has no optimum, or nothing. */
  Optional<Problem> problem() {
    return problem;
  }

  private void run() {
    for (int j = 0; j < program.columns(); j++) {
      fixIfTight(j, PresolveLog.NOBODY);
    }
    changed = true;
    for (int pass = 0; pass < PASSES && changed && problem.isEmpty(); pass++) {
      changed = false;
      for (int i = 0; i < program.rows() && problem.isEmpty(); i++) {
        if (dirty[i] && !rowGone[i]) {
          dirty[i] = false;
          look(i);
        }
      }
    }
    for (int j = 0; j < program.columns() && problem.isEmpty(); j++) {
      if (!columnGone[j] && isEmpty(j)) {
        settle(j);
      }
    }
  }

  private void refuse(Reason reason, String detail) {
    problem = Optional.of(new Problem(reason, detail));
  }

  private void look(int row) {
    double least = 0;
    double most = 0;
    int open = 0;
    int only = -1;
    for (int k = program.rowStart()[row]; k < program.rowStart()[row + 1]; k++) {
      int column = program.column()[k];
      double factor = program.value()[k];
      if (columnGone[column]) {
        least += factor * value[column];
        most += factor * value[column];
      } else if (factor != 0) {
        open++;
        only = k;
        least += factor > 0 ? factor * lower[column] : factor * upper[column];
        most += factor > 0 ? factor * upper[column] : factor * lower[column];
      }
    }
    if (open == 0) {
      removeEmpty(row, least);
    } else if (open == 1) {
      removeSingleton(row, only);
    } else {
      compare(row, least, most);
    }
  }

  private void removeEmpty(int row, double activity) {
    if (isAbove(activity, rowUpper[row]) || isAbove(rowLower[row], activity)) {
      refuse(Reason.INFEASIBLE, "Row " + row + " holds nothing that could change, and is broken.");
    }
    rowGone[row] = true;
  }

  /** A row over one column is a bound. */
  private void removeSingleton(int row, int entry) {
    int column = program.column()[entry];
    double factor = program.value()[entry];
    double rest = fixedPart(row);
    double least = (factor > 0 ? rowLower[row] - rest : rowUpper[row] - rest) / factor;
    double most = (factor > 0 ? rowUpper[row] - rest : rowLower[row] - rest) / factor;
    boolean raises = least > lower[column];
    boolean lowers = most < upper[column];
    if (isAbove(least, upper[column]) || isAbove(lower[column], most)) {
      refuse(
          Reason.INFEASIBLE,
          "Row " + row + " asks of column " + column + " what its bounds refuse.");
      return;
    }
    lower[column] = raises ? Math.min(least, upper[column]) : lower[column];
    upper[column] = lowers ? Math.max(most, lower[column]) : upper[column];
    rowGone[row] = true;
    if (raises || lowers) {
      log.bound(row, entry, raises, lowers);
      touch(column);
      fixIfTight(column, PresolveLog.NOBODY);
    }
  }

  private double fixedPart(int row) {
    double sum = 0;
    for (int k = program.rowStart()[row]; k < program.rowStart()[row + 1]; k++) {
      if (columnGone[program.column()[k]]) {
        sum += program.value()[k] * value[program.column()[k]];
      }
    }
    return sum;
  }

  private void compare(int row, double least, double most) {
    if (isAbove(least, rowUpper[row]) || isAbove(rowLower[row], most)) {
      refuse(Reason.INFEASIBLE, "Row " + row + " cannot be kept within the bounds of its columns.");
    } else if (least >= rowUpper[row] - SAME * (1 + Math.abs(rowUpper[row]))) {
      force(row, true);
    } else if (most <= rowLower[row] + SAME * (1 + Math.abs(rowLower[row]))) {
      force(row, false);
    } else {
      relax(row, least, most);
    }
  }

  /** The row leaves its columns one value each. */
  private void force(int row, boolean atLeast) {
    log.force(row, atLeast);
    rowGone[row] = true;
    for (int k = program.rowStart()[row]; k < program.rowStart()[row + 1]; k++) {
      int column = program.column()[k];
      double factor = program.value()[k];
      if (!columnGone[column] && factor != 0) {
        boolean down = factor > 0 == atLeast;
        fix(column, down ? lower[column] : upper[column], row);
      }
    }
  }

  private void relax(int row, double least, double most) {
    if (rowLower[row] <= least) {
      rowLower[row] = Double.NEGATIVE_INFINITY;
    }
    if (rowUpper[row] >= most) {
      rowUpper[row] = Double.POSITIVE_INFINITY;
    }
    boolean free = Double.isInfinite(rowLower[row]) && Double.isInfinite(rowUpper[row]);
    rowGone[row] = free;
    changed |= free;
  }

  private boolean isEmpty(int column) {
    for (int k = byColumn.start()[column]; k < byColumn.start()[column + 1]; k++) {
      if (!rowGone[byColumn.row()[k]] && byColumn.value()[k] != 0) {
        return false;
      }
    }
    return true;
  }

  /** A column in no row goes where it is cheapest. */
  private void settle(int column) {
    double cost = program.cost()[column];
    double best = Math.min(Math.max(0, lower[column]), upper[column]);
    if (cost != 0) {
      best = cost > 0 ? lower[column] : upper[column];
    }
    if (Double.isInfinite(best)) {
      refuse(Reason.UNBOUNDED, "Column " + column + " can lower the cost without end.");
    } else {
      fix(column, best, PresolveLog.NOBODY);
    }
  }

  private void fixIfTight(int column, int row) {
    double width = upper[column] - lower[column];
    if (!columnGone[column] && width < 1 && width <= 1e-13 * (1 + Math.abs(lower[column]))) {
      fix(column, lower[column], row);
    }
  }

  private void fix(int column, double at, int row) {
    columnGone[column] = true;
    value[column] = at;
    log.fixed(column, row);
    touch(column);
  }

  private void touch(int column) {
    changed = true;
    for (int k = byColumn.start()[column]; k < byColumn.start()[column + 1]; k++) {
      dirty[byColumn.row()[k]] = true;
    }
  }

  private static boolean isAbove(double a, double b) {
    return a > b + BROKEN * (1 + Math.min(Math.abs(a), Math.abs(b)));
  }
}
