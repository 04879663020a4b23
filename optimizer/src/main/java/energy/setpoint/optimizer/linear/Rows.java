package energy.setpoint.optimizer.linear;

import java.util.Arrays;

/**
 * The bounds and entries of rows, one after the other in flat arrays, so that a program of a
 * hundred thousand columns is built in milliseconds.
 */
final class Rows {

  private double[] lower = new double[256];
  private double[] upper = new double[256];
  private int[] start = new int[257];
  private int[] column = new int[1024];
  private double[] factor = new double[1024];
  private int size;

  /** The last row that each column is in, plus one. */
  private int[] lastRow = new int[256];

  /** Adds a row, and returns a column that occurs twice in it; -1 when none does. */
  int add(double least, Terms terms, double most) {
    if (size == lower.length) {
      lower = Arrays.copyOf(lower, size * 2);
      upper = Arrays.copyOf(upper, size * 2);
      start = Arrays.copyOf(start, size * 2 + 1);
    }
    lower[size] = least;
    upper[size] = most;
    return append(size++, terms);
  }

  private int append(int row, Terms terms) {
    int at = start[row];
    if (at + terms.size() > column.length) {
      int length = Math.max(column.length * 2, at + terms.size());
      column = Arrays.copyOf(column, length);
      factor = Arrays.copyOf(factor, length);
    }
    for (int i = 0; i < terms.size(); i++) {
      int next = terms.column(i);
      if (isIn(next, row)) {
        return next;
      }
      column[at] = next;
      factor[at++] = terms.factor(i);
    }
    start[row + 1] = at;
    return -1;
  }

  /** Whether a column is in the last row already; from now on it is. */
  private boolean isIn(int next, int row) {
    if (next >= lastRow.length) {
      lastRow = Arrays.copyOf(lastRow, Math.max(lastRow.length * 2, next + 1));
    }
    boolean isIn = lastRow[next] == row + 1;
    lastRow[next] = row + 1;
    return isIn;
  }

  /** Where a row's entries begin. */
  int start(int row) {
    return start[row];
  }

  int column(int entry) {
    return column[entry];
  }

  double factor(int entry) {
    return factor[entry];
  }

  double lower(int row) {
    return lower[row];
  }

  double upper(int row) {
    return upper[row];
  }

  /** The value of a row's sum. */
  double activity(int row, double[] values) {
    double sum = 0;
    for (int entry = start[row]; entry < start[row + 1]; entry++) {
      sum += factor[entry] * values[column[entry]];
    }
    return sum;
  }
}
