package energy.setpoint.optimizer.interior.factor;

/**
 * A sparse matrix by columns.
 *
 * @param rows how many rows it has
 * @param start where each column begins; one entry more than there are columns
 * @param row the rows of the entries, ascending within a column when built by {@link #transposed}
 * @param value the entries
 */
public record SparseMatrix(int rows, int[] start, int[] row, double[] value) {

  /** From the same matrix by rows. */
  public static SparseMatrix transposed(
      int columns, int[] rowStart, int[] column, double[] value, int rows) {
    int entries = rowStart[rows];
    int[] start = new int[columns + 1];
    for (int k = 0; k < entries; k++) {
      start[column[k] + 1]++;
    }
    for (int j = 0; j < columns; j++) {
      start[j + 1] += start[j];
    }
    int[] next = start.clone();
    int[] row = new int[entries];
    double[] turned = new double[entries];
    for (int i = 0; i < rows; i++) {
      for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
        int at = next[column[k]]++;
        row[at] = i;
        turned[at] = value[k];
      }
    }
    return new SparseMatrix(rows, start, row, turned);
  }

  /** The number of columns. */
  public int columns() {
    return start.length - 1;
  }

  /** The number of entries. */
  public int entries() {
    return start[columns()];
  }

  /** The same with its rows in another order: first the one that {@code order} names first. */
  public SparseMatrix withRowsInOrder(int[] order) {
    int[] position = EliminationTree.inverse(order);
    int[] moved = new int[entries()];
    for (int k = 0; k < moved.length; k++) {
      moved[k] = position[row[k]];
    }
    return new SparseMatrix(order.length, start, moved, value);
  }

  /** The product of one column with a vector over the rows. */
  public double dot(int column, double[] y) {
    double sum = 0;
    for (int k = start[column]; k < start[column + 1]; k++) {
      sum += value[k] * y[row[k]];
    }
    return sum;
  }

  /** Adds a multiple of one column to a vector over the rows. */
  public void add(int column, double factor, double[] target) {
    for (int k = start[column]; k < start[column + 1]; k++) {
      target[row[k]] += factor * value[k];
    }
  }
}
