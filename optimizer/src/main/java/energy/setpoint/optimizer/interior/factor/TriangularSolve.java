package energy.setpoint.optimizer.interior.factor;

/** Solves with a factor: once down its columns, once back up. */
final class TriangularSolve {

  private final SymbolicFactor symbolic;
  private final double[] entry;

  /**
   * @param entry of the factor, block by block
   */
  TriangularSolve(SymbolicFactor symbolic, double[] entry) {
    this.symbolic = symbolic;
    this.entry = entry;
  }

  /** Replaces a right-hand side, in the factor's order, by the solution. */
  void solve(double[] b) {
    for (int block = 0; block < symbolic.blocks(); block++) {
      forward(block, b);
    }
    for (int block = symbolic.blocks() - 1; block >= 0; block--) {
      backward(block, b);
    }
  }

  private void forward(int block, double[] b) {
    int width = symbolic.width(block);
    int own = symbolic.first[block];
    int at = symbolic.offset[block];
    for (int k = 0; k < width; k++, at += width) {
      b[own + k] = (b[own + k] - dot(at, b, own, k)) / entry[at + k];
    }
    int from = symbolic.rowStart[block];
    int to = symbolic.rowStart[block + 1];
    if (width == 1) {
      forwardColumn(at, from, to, b[own], b);
    } else {
      forwardRows(at, width, from, to, own, b);
    }
  }

  private void forwardColumn(int at, int from, int to, double value, double[] b) {
    int[] rows = symbolic.rowIndex;
    int shift = at - from;
    for (int i = from; i < to; i++) {
      b[rows[i]] -= entry[shift + i] * value;
    }
  }

  /** Four rows at a time share what they read of b. */
  private void forwardRows(int begin, int width, int from, int to, int own, double[] b) {
    int[] rows = symbolic.rowIndex;
    int at = begin;
    int i = from;
    for (; i + 3 < to; i += 4, at += 4 * width) {
      int a1 = at + width;
      int a2 = a1 + width;
      int a3 = a2 + width;
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      for (int k = 0; k < width; k++) {
        double v = b[own + k];
        s0 += entry[at + k] * v;
        s1 += entry[a1 + k] * v;
        s2 += entry[a2 + k] * v;
        s3 += entry[a3 + k] * v;
      }
      b[rows[i]] -= s0;
      b[rows[i + 1]] -= s1;
      b[rows[i + 2]] -= s2;
      b[rows[i + 3]] -= s3;
    }
    for (; i < to; i++, at += width) {
      b[rows[i]] -= dot(at, b, own, width);
    }
  }

  private double dot(int at, double[] b, int own, int count) {
    double even = 0;
    double odd = 0;
    int k = 0;
    for (; k + 1 < count; k += 2) {
      even += entry[at + k] * b[own + k];
      odd += entry[at + k + 1] * b[own + k + 1];
    }
    return k < count ? even + odd + entry[at + k] * b[own + k] : even + odd;
  }

  private void backward(int block, double[] b) {
    int width = symbolic.width(block);
    int own = symbolic.first[block];
    int at = symbolic.offset[block] + width * width;
    int from = symbolic.rowStart[block];
    int to = symbolic.rowStart[block + 1];
    if (width == 1) {
      b[own] = (b[own] - backwardColumn(at, from, to, b)) / entry[at - 1];
      return;
    }
    backwardRows(at, width, from, to, own, b);
    for (int k = width - 1; k >= 0; k--) {
      at = symbolic.offset[block] + k * width;
      double value = b[own + k] / entry[at + k];
      b[own + k] = value;
      for (int q = 0; q < k; q++) {
        b[own + q] -= entry[at + q] * value;
      }
    }
  }

  private double backwardColumn(int at, int from, int to, double[] b) {
    int[] rows = symbolic.rowIndex;
    int shift = at - from;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      s0 += entry[shift + i] * b[rows[i]];
      s1 += entry[shift + i + 1] * b[rows[i + 1]];
      s2 += entry[shift + i + 2] * b[rows[i + 2]];
      s3 += entry[shift + i + 3] * b[rows[i + 3]];
    }
    for (; i < to; i++) {
      s0 += entry[shift + i] * b[rows[i]];
    }
    return s0 + s1 + (s2 + s3);
  }

  private void backwardRows(int begin, int width, int from, int to, int own, double[] b) {
    int[] rows = symbolic.rowIndex;
    int at = begin;
    int i = from;
    for (; i + 3 < to; i += 4, at += 4 * width) {
      int a1 = at + width;
      int a2 = a1 + width;
      int a3 = a2 + width;
      double v0 = b[rows[i]];
      double v1 = b[rows[i + 1]];
      double v2 = b[rows[i + 2]];
      double v3 = b[rows[i + 3]];
      for (int k = 0; k < width; k++) {
        b[own + k] -=
            entry[at + k] * v0 + entry[a1 + k] * v1 + (entry[a2 + k] * v2 + entry[a3 + k] * v3);
      }
    }
    for (; i < to; i++, at += width) {
      double value = b[rows[i]];
      for (int k = 0; k < width; k++) {
        b[own + k] -= entry[at + k] * value;
      }
    }
  }
}
