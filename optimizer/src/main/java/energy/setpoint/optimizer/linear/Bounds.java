package energy.setpoint.optimizer.linear;

/** The bounds of a program's columns and rows as they stand in one attempt, where they may move. */
public final class Bounds {

  private final double[] lower;
  private final double[] upper;
  private final double[] rowLower;
  private final double[] rowUpper;

  private Bounds(LinearModel model) {
    lower = new double[model.columns()];
    upper = new double[model.columns()];
    rowLower = new double[model.rows()];
    rowUpper = new double[model.rows()];
    for (int column = 0; column < lower.length; column++) {
      column(column, model.lower(column), model.upper(column));
    }
    for (int row = 0; row < rowLower.length; row++) {
      row(row, model.rowLower(row), model.rowUpper(row));
    }
  }

  /** As the model says. */
  public static Bounds of(LinearModel model) {
    return new Bounds(model);
  }

  /** Replaces the bounds of a column. */
  public void column(int column, double newLower, double newUpper) {
    lower[column] = newLower;
    upper[column] = newUpper;
  }

  /** Replaces the bounds of a row. */
  public void row(int row, double newLower, double newUpper) {
    rowLower[row] = newLower;
    rowUpper[row] = newUpper;
  }

  public double lower(int column) {
    return lower[column];
  }

  public double upper(int column) {
    return upper[column];
  }

  public double rowLower(int row) {
    return rowLower[row];
  }

  public double rowUpper(int row) {
    return rowUpper[row];
  }
}
