package energy.setpoint.optimizer.interior.factor;

import java.util.Arrays;

/**
 * Which rows share a column: the places where {@code A D Aᵀ} is not zero, without its diagonal.
 *
 * @param start where the neighbours of each row begin; one entry more than there are rows
 * @param neighbour the neighbours, each pair in both directions
 */
record NeighbourGraph(int[] start, int[] neighbour) {

  static NeighbourGraph of(SparseMatrix matrix) {
    int rows = matrix.rows();
    SparseMatrix byRow =
        SparseMatrix.transposed(
            rows, matrix.start(), matrix.row(), matrix.value(), matrix.columns());
    int[] start = new int[rows + 1];
    int[] neighbour = new int[2 * matrix.entries() + 16];
    int[] seenBy = new int[rows];
    Arrays.fill(seenBy, -1);
    int end = 0;
    for (int i = 0; i < rows; i++) {
      seenBy[i] = i;
      for (int k = byRow.start()[i]; k < byRow.start()[i + 1]; k++) {
        int column = byRow.row()[k];
        int length = matrix.start()[column + 1] - matrix.start()[column];
        if (end + length > neighbour.length) {
          neighbour = Arrays.copyOf(neighbour, 2 * neighbour.length + length);
        }
        for (int q = matrix.start()[column]; q < matrix.start()[column + 1]; q++) {
          int other = matrix.row()[q];
          if (seenBy[other] != i) {
            seenBy[other] = i;
            neighbour[end++] = other;
          }
        }
      }
      start[i + 1] = end;
    }
    return new NeighbourGraph(start, Arrays.copyOf(neighbour, end));
  }

  int size() {
    return start.length - 1;
  }
}
