package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.Outcome.Reason;
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

  private final LinearProgram program;
  private final Reduced reduced;
  private Optional<Problem> problem = Optional.empty();

  Presolve(LinearProgram program) {
    this.program = program;
    reduced = new Reduced(program);
    run();
  }

  /** What is left of the program. */
  Reduced reduced() {
    return reduced;
  }

  /** Why the program has no optimum, or nothing. */
  Optional<Problem> problem() {
    return problem;
  }

  private void run() {
    for (int j = 0; j < program.columns(); j++) {
      reduced.fixIfTight(j, PresolveLog.NOBODY);
    }
    reduced.changed = true;
    for (int pass = 0; pass < PASSES && reduced.changed && problem.isEmpty(); pass++) {
      reduced.changed = false;
      for (int i = 0; i < program.rows() && problem.isEmpty(); i++) {
        if (reduced.isToBeLookedAt(i)) {
          look(i);
        }
      }
    }
    for (int j = 0; j < program.columns() && problem.isEmpty(); j++) {
      if (!reduced.columnGone[j] && reduced.isEmpty(j)) {
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
      if (reduced.columnGone[column]) {
        least += factor * reduced.value[column];
        most += factor * reduced.value[column];
      } else if (factor != 0) {
        open++;
        only = k;
        least += factor > 0 ? factor * reduced.lower[column] : factor * reduced.upper[column];
        most += factor > 0 ? factor * reduced.upper[column] : factor * reduced.lower[column];
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
    if (isAbove(activity, reduced.rowUpper[row]) || isAbove(reduced.rowLower[row], activity)) {
      refuse(Reason.INFEASIBLE, "Row " + row + " holds nothing that could change, and is broken.");
    }
    reduced.rowGone[row] = true;
  }

  /** A row over one column is a bound. */
  private void removeSingleton(int row, int entry) {
    int column = program.column()[entry];
    double factor = program.value()[entry];
    double rest = reduced.fixedPart(row);
    double least =
        (factor > 0 ? reduced.rowLower[row] - rest : reduced.rowUpper[row] - rest) / factor;
    double most =
        (factor > 0 ? reduced.rowUpper[row] - rest : reduced.rowLower[row] - rest) / factor;
    boolean raises = least > reduced.lower[column];
    boolean lowers = most < reduced.upper[column];
    if (isAbove(least, reduced.upper[column]) || isAbove(reduced.lower[column], most)) {
      refuse(
          Reason.INFEASIBLE,
          "Row " + row + " asks of column " + column + " what its bounds refuse.");
      return;
    }
    reduced.lower[column] = raises ? Math.min(least, reduced.upper[column]) : reduced.lower[column];
    reduced.upper[column] = lowers ? Math.max(most, reduced.lower[column]) : reduced.upper[column];
    reduced.rowGone[row] = true;
    if (raises || lowers) {
      reduced.log.bound(row, entry, raises, lowers);
      reduced.touch(column);
      reduced.fixIfTight(column, PresolveLog.NOBODY);
    }
  }

  private void compare(int row, double least, double most) {
    if (isAbove(least, reduced.rowUpper[row]) || isAbove(reduced.rowLower[row], most)) {
      refuse(Reason.INFEASIBLE, "Row " + row + " cannot be kept within the bounds of its columns.");
    } else if (least >= reduced.rowUpper[row] - SAME * (1 + Math.abs(reduced.rowUpper[row]))) {
      force(row, true);
    } else if (most <= reduced.rowLower[row] + SAME * (1 + Math.abs(reduced.rowLower[row]))) {
      force(row, false);
    } else {
      relax(row, least, most);
    }
  }

  /** The row leaves its columns one value each. */
  private void force(int row, boolean atLeast) {
    reduced.log.force(row, atLeast);
    reduced.rowGone[row] = true;
    for (int k = program.rowStart()[row]; k < program.rowStart()[row + 1]; k++) {
      int column = program.column()[k];
      double factor = program.value()[k];
      if (!reduced.columnGone[column] && factor != 0) {
        boolean down = factor > 0 == atLeast;
        reduced.fix(column, down ? reduced.lower[column] : reduced.upper[column], row);
      }
    }
  }

  private void relax(int row, double least, double most) {
    if (reduced.rowLower[row] <= least) {
      reduced.rowLower[row] = Double.NEGATIVE_INFINITY;
    }
    if (reduced.rowUpper[row] >= most) {
      reduced.rowUpper[row] = Double.POSITIVE_INFINITY;
    }
    boolean free =
        Double.isInfinite(reduced.rowLower[row]) && Double.isInfinite(reduced.rowUpper[row]);
    reduced.rowGone[row] = free;
    reduced.changed |= free;
  }

  /** A column in no row goes where it is cheapest. */
  private void settle(int column) {
    double cost = program.cost()[column];
    double best = Math.min(Math.max(0, reduced.lower[column]), reduced.upper[column]);
    if (cost != 0) {
      best = cost > 0 ? reduced.lower[column] : reduced.upper[column];
    }
    if (Double.isInfinite(best)) {
      refuse(Reason.UNBOUNDED, "Column " + column + " can lower the cost without end.");
    } else {
      reduced.fix(column, best, PresolveLog.NOBODY);
    }
  }

  private static boolean isAbove(double a, double b) {
    return a > b + BROKEN * (1 + Math.min(Math.abs(a), Math.abs(b)));
  }
}
