package energy.setpoint.optimizer.interior.factor;

/**
 * The matrix {@code A D Aᵀ + δ I}, whose pattern and factor's pattern are worked out once; then
 * only D changes. The rows of A are in the order of elimination, so nothing is permuted later.
 */
public final class NormalEquations {

  private final ColumnRuns runs;
  private final SparseMatrix a;
  private final SymbolicFactor symbolic;
  private final SupernodalCholesky cholesky;
  private final TriangularSolve triangles;

  /**
   * For each column of A and each pair of its entries, the place of their product in the factor.
   */
  private final int[] place;

  private final int[] diagonal;

  /**
   * @param runs of the matrix, with its rows in the order of {@code symbolic}
   */
  public NormalEquations(ColumnRuns runs, SymbolicFactor symbolic) {
    this.runs = runs;
    a = runs.matrix();
    this.symbolic = symbolic;
    cholesky = new SupernodalCholesky(symbolic);
    triangles = new TriangularSolve(symbolic, cholesky.entry);
    diagonal = new int[a.rows()];
    place = new int[pairStarts()[a.columns()]];
    findPlaces();
  }

  private int[] pairStarts() {
    int[] start = new int[a.columns() + 1];
    for (int j = 0; j < a.columns(); j++) {
      int length = a.start()[j + 1] - a.start()[j];
      int pairs = Math.multiplyExact(length, length + 1) / 2;
      start[j + 1] = Math.addExact(start[j], pairs);
    }
    return start;
  }

  private void findPlaces() {
    int[] pairStart = pairStarts();
    SparseMatrix byRow =
        SparseMatrix.transposed(a.rows(), a.start(), a.row(), a.value(), a.columns());
    int[] inBlock = new int[a.rows()];
    for (int block = 0; block < symbolic.blocks(); block++) {
      int width = symbolic.width(block);
      int first = symbolic.first[block];
      for (int k = 0; k < width; k++) {
        inBlock[first + k] = k;
        diagonal[first + k] = symbolic.offset[block] + k * width + k;
      }
      for (int k = symbolic.rowStart[block]; k < symbolic.rowStart[block + 1]; k++) {
        inBlock[symbolic.rowIndex[k]] = width + k - symbolic.rowStart[block];
      }
      for (int row = first; row < first + width; row++) {
        int base = symbolic.offset[block] + row - first;
        for (int k = byRow.start()[row]; k < byRow.start()[row + 1]; k++) {
          findPlaces(byRow.row()[k], row, base, width, inBlock, pairStart);
        }
      }
    }
  }

  /** The places of one row's products with the rows of a column that are eliminated later. */
  private void findPlaces(
      int column, int row, int base, int width, int[] inBlock, int[] pairStart) {
    int begin = a.start()[column];
    int end = a.start()[column + 1];
    int own = begin;
    while (a.row()[own] != row) {
      own++;
    }
    own -= begin;
    for (int k = begin; k < end; k++) {
      int other = a.row()[k];
      if (other >= row) {
        int p = Math.max(own, k - begin);
        int q = Math.min(own, k - begin);
        place[pairStart[column] + p * (p + 1) / 2 + q] = base + inBlock[other] * width;
      }
    }
  }

  /**
   * Computes and factors the matrix.
   *
   * @param d the diagonal of D
   * @param delta added to the whole diagonal
   * @return how many pivots vanished
   */
  public int factor(double[] d, double delta) {
    cholesky.clear();
    double[] entry = cholesky.entry;
    for (int at : diagonal) {
      entry[at] = delta;
    }
    runs.addSquares(d, place, entry);
    return cholesky.factor();
  }

  /** Replaces a right-hand side by the solution. */
  public void solve(double[] b) {
    triangles.solve(b);
  }
}
