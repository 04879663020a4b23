package energy.setpoint.optimizer.linear;

/**
 * What is left of a program when some columns keep their values: those columns leave it, the
 * columns that follow from them by an equation, and the rows that have no others.
 */
public final class Remainder {

  private static final int GONE = -1;

  /** Kilowatts and kilowatt-hours that are rounding. */
  private static final double NOISE = 1e-5;

  private final LinearModel whole;
  private final LinearModel rest = new LinearModel();
  private final double[] kept;
  private final int[] columns;
  private final int[] rows;
  private boolean possible = true;

  /**
   * @param staying the value of each column that keeps one, and not a number for the others
   */
  public Remainder(LinearModel whole, double[] staying) {
    this.whole = whole;
    this.kept = staying.clone();
    columns = new int[whole.columns()];
    rows = new int[whole.rows()];
    for (int row = 0; row < rows.length; row++) {
      if (whole.rowLower(row) == whole.rowUpper(row)) {
        decide(row);
      }
    }
    for (int column = 0; column < columns.length; column++) {
      possible &=
          !isKept(column) || isWithin(kept[column], whole.lower(column), whole.upper(column));
      columns[column] = isKept(column) ? GONE : rest.copyColumn(whole, column);
    }
    for (int row = 0; row < rows.length; row++) {
      rows[row] = addRow(row);
    }
  }

  /** An equation with one open column says what it is. */
  private void decide(int row) {
    int open = -1;
    double rest = whole.rowLower(row);
    for (int entry = whole.start(row); entry < whole.start(row + 1); entry++) {
      if (isKept(whole.column(entry))) {
        rest -= whole.factor(entry) * kept[whole.column(entry)];
      } else if (open >= 0) {
        return;
      } else {
        open = entry;
      }
    }
    if (open >= 0) {
      kept[whole.column(open)] = rest / whole.factor(open);
    }
  }

  private static boolean isWithin(double value, double lower, double upper) {
    return value >= lower - NOISE && value <= upper + NOISE;
  }

  private int addRow(int row) {
    Terms open = new Terms();
    double fixed = 0;
    for (int entry = whole.start(row); entry < whole.start(row + 1); entry++) {
      int column = whole.column(entry);
      if (isKept(column)) {
        fixed += whole.factor(entry) * kept[column];
      } else {
        open.plus(new Variable(columns[column]), whole.factor(entry));
      }
    }
    double lower = whole.rowLower(row) - fixed;
    double upper = whole.rowUpper(row) - fixed;
    if (open.isEmpty()) {
      possible &= isWithin(0, lower, upper);
      return GONE;
    }
    return rest.row(whole.subject(row), whole.step(row), lower, open, upper);
  }

  private boolean isKept(int column) {
    return !Double.isNaN(kept[column]);
  }

  /** Whether what is kept breaks no bound and no row that has left. */
  public boolean isPossible() {
    return possible;
  }

  /** The smaller program. */
  public LinearModel program() {
    return rest;
  }

  /** The part of an objective that is still open. */
  public Terms open(Terms objective) {
    Terms open = new Terms();
    for (int i = 0; i < objective.size(); i++) {
      int column = columns[objective.column(i)];
      if (column != GONE) {
        open.plus(new Variable(column), objective.factor(i));
      }
    }
    return open;
  }

  /** The values of all columns of the whole program. */
  public double[] values(double[] found) {
    double[] values = kept.clone();
    for (int column = 0; column < columns.length; column++) {
      if (columns[column] != GONE) {
        values[column] = found[columns[column]];
      }
    }
    return values;
  }
}
