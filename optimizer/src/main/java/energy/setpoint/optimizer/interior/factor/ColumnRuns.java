package energy.setpoint.optimizer.interior.factor;

import java.util.Arrays;

/**
 * Products with a sparse matrix whose columns are sorted so that many of one, two or three entries
 * follow each other: each run has a loop of its own without an inner one. These loops and the
 * factorisation are what a search spends its time on.
 */
public final class ColumnRuns {

  private final SparseMatrix a;
  private final int[] start;
  private final int[] row;
  private final double[] value;

  /** The first column of each run, and at last the number of columns. */
  private final int[] first;

  /** How many entries each column of a run has; zero when they differ. */
  private final int[] length;

  /**
   * @param a best with columns of the same number of entries beside each other
   */
  public ColumnRuns(SparseMatrix a) {
    this.a = a;
    start = a.start();
    row = a.row();
    value = a.value();
    int[] firsts = new int[a.columns() + 2];
    int[] lengths = new int[a.columns() + 2];
    int runs = 0;
    for (int j = 0; j < a.columns(); j++) {
      int entries = start[j + 1] - start[j];
      int kind = entries > 3 ? 0 : entries;
      if (runs == 0 || lengths[runs - 1] != kind || entries == 0) {
        firsts[runs] = j;
        lengths[runs++] = kind;
      }
    }
    firsts[runs] = a.columns();
    first = Arrays.copyOf(firsts, runs + 1);
    length = Arrays.copyOf(lengths, runs);
  }

  SparseMatrix matrix() {
    return a;
  }

  /** {@code out = Aᵀ y}. */
  public void transposed(double[] y, double[] out) {
    for (int run = 0; run < length.length; run++) {
      int from = first[run];
      int to = first[run + 1];
      switch (length[run]) {
        case 1 -> transposed1(from, to, y, out);
        case 2 -> transposed2(from, to, y, out);
        case 3 -> transposed3(from, to, y, out);
        default -> transposedAny(from, to, y, out);
      }
    }
  }

  private void transposed1(int from, int to, double[] y, double[] out) {
    int k = start[from];
    for (int j = from; j < to; j++) {
      out[j] = value[k] * y[row[k]];
      k++;
    }
  }

  private void transposed2(int from, int to, double[] y, double[] out) {
    int k = start[from];
    for (int j = from; j < to; j++) {
      out[j] = value[k] * y[row[k]] + value[k + 1] * y[row[k + 1]];
      k += 2;
    }
  }

  private void transposed3(int from, int to, double[] y, double[] out) {
    int k = start[from];
    for (int j = from; j < to; j++) {
      out[j] = value[k] * y[row[k]] + value[k + 1] * y[row[k + 1]] + value[k + 2] * y[row[k + 2]];
      k += 3;
    }
  }

  private void transposedAny(int from, int to, double[] y, double[] out) {
    for (int j = from; j < to; j++) {
      out[j] = a.dot(j, y);
    }
  }

  /** {@code out += A x}. */
  public void add(double[] x, double[] out) {
    for (int run = 0; run < length.length; run++) {
      int from = first[run];
      int to = first[run + 1];
      switch (length[run]) {
        case 1 -> add1(from, to, x, out);
        case 2 -> add2(from, to, x, out);
        case 3 -> add3(from, to, x, out);
        default -> addAny(from, to, x, out);
      }
    }
  }

  private void add1(int from, int to, double[] x, double[] out) {
    int k = start[from];
    for (int j = from; j < to; j++) {
      out[row[k]] += value[k] * x[j];
      k++;
    }
  }

  /**
   * Columns that follow each other often share their first row; its sum stays in a register,
   * because a store that the next column loads again takes longer than all the rest.
   */
  private void add2(int from, int to, double[] x, double[] out) {
    int k = start[from];
    int shared = row[k];
    double sum = 0;
    for (int j = from; j < to; j++) {
      double xj = x[j];
      if (row[k] != shared) {
        out[shared] += sum;
        shared = row[k];
        sum = 0;
      }
      sum += value[k] * xj;
      out[row[k + 1]] += value[k + 1] * xj;
      k += 2;
    }
    out[shared] += sum;
  }

  private void add3(int from, int to, double[] x, double[] out) {
    int k = start[from];
    for (int j = from; j < to; j++) {
      double xj = x[j];
      out[row[k]] += value[k] * xj;
      out[row[k + 1]] += value[k + 1] * xj;
      out[row[k + 2]] += value[k + 2] * xj;
      k += 3;
    }
  }

  private void addAny(int from, int to, double[] x, double[] out) {
    for (int j = from; j < to; j++) {
      a.add(j, x[j], out);
    }
  }

  /**
   * Adds the lower triangle of {@code A D Aᵀ} to the places of its entries.
   *
   * @param place for each column and each pair of its entries, first with first, second with first,
   *     second with second and so on, the place of their product
   */
  void addSquares(double[] d, int[] place, double[] entry) {
    int pair = 0;
    for (int run = 0; run < length.length; run++) {
      int from = first[run];
      int to = first[run + 1];
      if (length[run] == 1) {
        squares1(from, to, d, place, pair, entry);
        pair += to - from;
      } else if (length[run] == 2) {
        squares2(from, to, d, place, pair, entry);
        pair += 3 * (to - from);
      } else {
        pair = squaresAny(from, to, d, place, pair, entry);
      }
    }
  }

  private void squares1(int from, int to, double[] d, int[] place, int pair, double[] entry) {
    int k = start[from];
    int at = pair;
    for (int j = from; j < to; j++) {
      entry[place[at++]] += value[k] * value[k] * d[j];
      k++;
    }
  }

  private void squares2(int from, int to, double[] d, int[] place, int pair, double[] entry) {
    int k = start[from];
    int at = pair;
    for (int j = from; j < to; j++) {
      double scaled = value[k] * d[j];
      double other = value[k + 1];
      entry[place[at]] += scaled * value[k];
      entry[place[at + 1]] += scaled * other;
      entry[place[at + 2]] += other * other * d[j];
      at += 3;
      k += 2;
    }
  }

  private int squaresAny(int from, int to, double[] d, int[] place, int pair, double[] entry) {
    int at = pair;
    for (int j = from; j < to; j++) {
      for (int p = start[j]; p < start[j + 1]; p++) {
        double scaled = d[j] * value[p];
        for (int q = start[j]; q <= p; q++) {
          entry[place[at++]] += scaled * value[q];
        }
      }
    }
    return at;
  }
}
