package energy.setpoint.optimizer.interior.factor;

import java.util.Arrays;

/**
 * The factor L of a symmetric positive definite matrix L Lᵀ, block by block (Rothberg and Gupta
 * 1991). Each block is factored and then subtracts its products from the blocks above.
 */
final class SupernodalCholesky {

  /** Stands for a pivot that vanished: its row is left out of the solution. */
  private static final double NO_PIVOT = 1e64;

  /** A pivot below this share of the row's diagonal is what rounding left of zero. */
  private static final double LOST = 1e-15;

  private final SymbolicFactor symbolic;

  /** The lower triangle of the matrix, and after {@link #factor} that of L. */
  final double[] entry;

  private final double[] diagonal;
  private final double[] tile = new double[16];

  SupernodalCholesky(SymbolicFactor symbolic) {
    this.symbolic = symbolic;
    entry = new double[symbolic.entries()];
    diagonal = new double[symbolic.order.length];
  }

  void clear() {
    Arrays.fill(entry, 0);
  }

  /**
   * Replaces the matrix by its factor.
   *
   * @return how many pivots vanished
   */
  int factor() {
    rememberDiagonal();
    int lost = 0;
    for (int block = 0; block < symbolic.blocks(); block++) {
      lost += factorBlock(block);
      for (int p = symbolic.pieceStart[block]; p < symbolic.pieceStart[block + 1]; p++) {
        if (symbolic.width(block) == 1) {
          subtractColumn(block, p);
        } else {
          subtractProducts(block, p);
        }
      }
    }
    return lost;
  }

  private void rememberDiagonal() {
    for (int block = 0; block < symbolic.blocks(); block++) {
      int width = symbolic.width(block);
      for (int k = 0; k < width; k++) {
        diagonal[symbolic.first[block] + k] = entry[symbolic.offset[block] + k * width + k];
      }
    }
  }

  private int factorBlock(int block) {
    int width = symbolic.width(block);
    int height = symbolic.height(block);
    int base = symbolic.offset[block];
    int lost = 0;
    for (int column = 0; column < width; column += 4) {
      int columns = Math.min(4, width - column);
      for (int row = column; row < height; row += 4) {
        int rows = Math.min(4, height - row);
        if (column > 0) {
          subtractTile(base, width, row, rows, column, columns);
        }
        if (row == column) {
          lost += factorCorner(block, column, columns);
          if (rows > columns) {
            solveRows(base, width, row + columns, rows - columns, column, columns);
          }
        } else {
          solveRows(base, width, row, rows, column, columns);
        }
      }
    }
    return lost;
  }

  /** What the block's columns before these take from a few of its rows. */
  private void subtractTile(int base, int width, int row, int rows, int column, int columns) {
    if (rows == 4 && columns == 4) {
      int from = base + row * width;
      int at = from + column;
      DenseTile.subtract(
          entry,
          width,
          from,
          base + column * width,
          column,
          at,
          at + width,
          at + 2 * width,
          at + 3 * width);
      return;
    }
    DenseTile.products(entry, base, width, row, rows, column, columns, column, tile);
    for (int i = 0; i < rows; i++) {
      int at = base + (row + i) * width + column;
      for (int k = 0; k < columns; k++) {
        entry[at + k] -= tile[4 * i + k];
      }
    }
  }

  private int factorCorner(int block, int column, int columns) {
    int width = symbolic.width(block);
    int base = symbolic.offset[block];
    int lost = 0;
    for (int k = column; k < column + columns; k++) {
      int at = base + k * width;
      for (int q = column; q < k; q++) {
        double sum = entry[at + q];
        for (int s = column; s < q; s++) {
          sum -= entry[at + s] * entry[base + q * width + s];
        }
        entry[at + q] = sum / entry[base + q * width + q];
      }
      double pivot = entry[at + k];
      for (int s = column; s < k; s++) {
        pivot -= entry[at + s] * entry[at + s];
      }
      if (pivot > LOST * diagonal[symbolic.first[block] + k]) {
        entry[at + k] = Math.sqrt(pivot);
      } else {
        entry[at + k] = NO_PIVOT;
        lost++;
      }
    }
    return lost;
  }

  private void solveRows(int base, int width, int row, int rows, int column, int columns) {
    for (int i = row; i < row + rows; i++) {
      int at = base + i * width;
      for (int k = column; k < column + columns; k++) {
        double sum = entry[at + k];
        for (int s = column; s < k; s++) {
          sum -= entry[at + s] * entry[base + k * width + s];
        }
        entry[at + k] = sum / entry[base + k * width + k];
      }
    }
  }

  /** What a block of one column takes from another block. */
  private void subtractColumn(int block, int piece) {
    int from = symbolic.pieceFrom[piece];
    int to = symbolic.pieceTo[piece];
    int[] place = symbolic.place;
    int places = symbolic.placeStart[piece] - from;
    int target = symbolic.pieceTarget[piece];
    int width = symbolic.width(target);
    int base = symbolic.offset[target];
    int source = symbolic.offset[block] + 1;
    int height = symbolic.height(block) - 1;
    boolean dense = place[places + to - 1] - place[places + from] == to - 1 - from;
    int shift = place[places + from] - from;
    for (int i = from; i < height; i++) {
      double factor = entry[source + i];
      int at = base + place[places + i] * width;
      int end = Math.min(i + 1, to);
      if (dense) {
        at += shift;
        for (int k = from; k < end; k++) {
          entry[at + k] -= factor * entry[source + k];
        }
      } else {
        for (int k = from; k < end; k++) {
          entry[at + place[places + k]] -= factor * entry[source + k];
        }
      }
    }
  }

  /** What a block takes from another block. */
  private void subtractProducts(int block, int piece) {
    int[] place = symbolic.place;
    int target = symbolic.pieceTarget[piece];
    int targetWidth = symbolic.width(target);
    int targetBase = symbolic.offset[target];
    int width = symbolic.width(block);
    int base = symbolic.offset[block] + width * width;
    int from = symbolic.pieceFrom[piece];
    int to = symbolic.pieceTo[piece];
    int places = symbolic.placeStart[piece] - from;
    int height = symbolic.height(block) - width;
    boolean dense = place[places + to - 1] - place[places + from] == to - 1 - from;
    for (int column = from; column < to; column += 4) {
      int columns = Math.min(4, to - column);
      int shift = targetBase + place[places + column];
      for (int row = column; row < height; row += 4) {
        int rows = Math.min(4, height - row);
        if (dense && row > column && rows == 4 && columns == 4) {
          int at = places + row;
          DenseTile.subtract(
              entry,
              width,
              base + row * width,
              base + column * width,
              width,
              shift + place[at] * targetWidth,
              shift + place[at + 1] * targetWidth,
              shift + place[at + 2] * targetWidth,
              shift + place[at + 3] * targetWidth);
          continue;
        }
        DenseTile.products(entry, base, width, row, rows, column, columns, width, tile);
        for (int i = 0; i < rows; i++) {
          int at = targetBase + place[places + row + i] * targetWidth;
          int end = Math.min(columns, row + i - column + 1);
          for (int k = 0; k < end; k++) {
            entry[at + place[places + column + k]] -= tile[4 * i + k];
          }
        }
      }
    }
  }
}
