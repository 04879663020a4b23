package energy.setpoint.optimizer.interior;

import java.util.Arrays;

/** Collects columns and rows of a {@link LinearProgram}. */
final class ProgramBuilder {

  static final double INFINITE = Double.POSITIVE_INFINITY;

  private double[] cost = new double[16];
  private double[] lower = new double[16];
  private double[] upper = new double[16];
  private int columns;
  private int[] rowStart = new int[17];
  private double[] rowLower = new double[16];
  private double[] rowUpper = new double[16];
  private int rows;
  private int[] column = new int[64];
  private double[] value = new double[64];
  private int entries;

  int column(double columnCost, double from, double to) {
    if (columns == cost.length) {
      cost = Arrays.copyOf(cost, 2 * columns);
      lower = Arrays.copyOf(lower, 2 * columns);
      upper = Arrays.copyOf(upper, 2 * columns);
    }
    cost[columns] = columnCost;
    lower[columns] = from;
    upper[columns] = to;
    return columns++;
  }

  /** Adds an entry to the row that {@link #row} will end. */
  ProgramBuilder entry(int at, double factor) {
    if (entries == column.length) {
      column = Arrays.copyOf(column, 2 * entries);
      value = Arrays.copyOf(value, 2 * entries);
    }
    column[entries] = at;
    value[entries++] = factor;
    return this;
  }

  int row(double from, double to) {
    if (rows == rowLower.length) {
      rowLower = Arrays.copyOf(rowLower, 2 * rows);
      rowUpper = Arrays.copyOf(rowUpper, 2 * rows);
      rowStart = Arrays.copyOf(rowStart, 2 * rows + 1);
    }
    rowLower[rows] = from;
    rowUpper[rows++] = to;
    rowStart[rows] = entries;
    return rows - 1;
  }

  LinearProgram build() {
    return new LinearProgram(
        Arrays.copyOf(cost, columns),
        Arrays.copyOf(lower, columns),
        Arrays.copyOf(upper, columns),
        Arrays.copyOf(rowStart, rows + 1),
        Arrays.copyOf(column, entries),
        Arrays.copyOf(value, entries),
        Arrays.copyOf(rowLower, rows),
        Arrays.copyOf(rowUpper, rows));
  }
}
