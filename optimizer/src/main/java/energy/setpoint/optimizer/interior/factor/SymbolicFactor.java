package energy.setpoint.optimizer.interior.factor;

import java.util.Arrays;

/**
 * Where the entries of the Cholesky factor are, found once and used in every iteration.
 *
 * <p>A block holds its entries row by row: first the rows of its own columns, then those below,
 * each with one entry for each of the block's columns. What a block adds to the blocks above is cut
 * into pieces: a piece is a range of the block's lower rows that are columns of one other block.
 */
public final class SymbolicFactor {

  /** The row of the matrix that each column of the factor stands for. */
  final int[] order;

  /** The first column of each block; one entry more than there are blocks. */
  final int[] first;

  /** Where each block's lower rows begin in {@link #rowIndex}, and at last their number. */
  final int[] rowStart;

  final int[] rowIndex;

  /** Where each block's entries begin. */
  final int[] offset;

  /** Where each block's pieces begin, and at last their number. */
  final int[] pieceStart;

  /** The block that a piece is added to, and its range of the lower rows. */
  int[] pieceTarget;

  int[] pieceFrom;
  int[] pieceTo;

  /** Where the places of a piece's rows begin in {@link #place}, from its first row to the last. */
  int[] placeStart;

  /** Rows of the target block. */
  int[] place;

  private final int[] blockOf;
  private int pieces;
  private int places;

  private SymbolicFactor(NeighbourGraph graph, EliminationTree tree, Supernodes blocks) {
    order = sortedWithin(blocks, tree.order());
    first = blocks.first();
    blockOf = blocks.blockOf();
    rowStart = new int[blocks.size() + 1];
    int[][] lower = lowerRows(graph, blocks);
    int[] all = new int[rowStart[blocks.size()]];
    offset = new int[blocks.size() + 1];
    for (int b = 0; b < blocks.size(); b++) {
      System.arraycopy(lower[b], 0, all, rowStart[b], lower[b].length);
      offset[b + 1] = Math.addExact(offset[b], Math.multiplyExact(width(b), height(b)));
    }
    rowIndex = all;
    pieceStart = new int[blocks.size() + 1];
    pieceTarget = new int[blocks.size() + 16];
    pieceFrom = new int[blocks.size() + 16];
    pieceTo = new int[blocks.size() + 16];
    placeStart = new int[blocks.size() + 16];
    place = new int[all.length + 16];
    cutIntoPieces();
  }

  /**
   * Lays out a factor.
   *
   * @throws ArithmeticException when it would have more than two thousand million entries
   */
  static SymbolicFactor of(NeighbourGraph graph, EliminationTree tree) {
    return new SymbolicFactor(graph, tree, Supernodes.of(tree));
  }

  /** Rows that follow each other in the program do so in a block too, for the sake of the cache. */
  private static int[] sortedWithin(Supernodes blocks, int[] order) {
    int[] sorted = order.clone();
    for (int b = 0; b < blocks.size(); b++) {
      Arrays.sort(sorted, blocks.first()[b], blocks.first()[b + 1]);
    }
    return sorted;
  }

  private int[][] lowerRows(NeighbourGraph graph, Supernodes blocks) {
    int[] position = EliminationTree.inverse(order);
    int[][] lower = new int[blocks.size()][];
    int[] firstChild = new int[blocks.size()];
    int[] sibling = new int[blocks.size()];
    Arrays.fill(firstChild, -1);
    int[] mark = new int[order.length];
    Arrays.fill(mark, -1);
    int[] found = new int[order.length];
    for (int b = 0; b < blocks.size(); b++) {
      int count = 0;
      for (int k = first[b]; k < first[b + 1]; k++) {
        for (int q = graph.start()[order[k]]; q < graph.start()[order[k] + 1]; q++) {
          int row = position[graph.neighbour()[q]];
          if (row >= first[b + 1] && mark[row] != b) {
            mark[row] = b;
            found[count++] = row;
          }
        }
      }
      for (int child = firstChild[b]; child >= 0; child = sibling[child]) {
        for (int row : lower[child]) {
          if (row >= first[b + 1] && mark[row] != b) {
            mark[row] = b;
            found[count++] = row;
          }
        }
      }
      lower[b] = Arrays.copyOf(found, count);
      Arrays.sort(lower[b]);
      rowStart[b + 1] = Math.addExact(rowStart[b], count);
      if (count > 0) {
        int parent = blocks.blockOf()[lower[b][0]];
        sibling[b] = firstChild[parent];
        firstChild[parent] = b;
      }
    }
    return lower;
  }

  private void cutIntoPieces() {
    for (int b = 0; b < blocks(); b++) {
      int begin = rowStart[b];
      while (begin < rowStart[b + 1]) {
        int target = blockOf[rowIndex[begin]];
        int end = begin;
        while (end < rowStart[b + 1] && rowIndex[end] < first[target + 1]) {
          end++;
        }
        addPiece(b, target, begin, end);
        begin = end;
      }
      pieceStart[b + 1] = pieces;
    }
  }

  private void addPiece(int block, int target, int begin, int end) {
    if (pieces == pieceTarget.length) {
      pieceTarget = Arrays.copyOf(pieceTarget, 2 * pieces);
      pieceFrom = Arrays.copyOf(pieceFrom, 2 * pieces);
      pieceTo = Arrays.copyOf(pieceTo, 2 * pieces);
      placeStart = Arrays.copyOf(placeStart, 2 * pieces);
    }
    int last = rowStart[block + 1];
    if (Math.addExact(places, last - begin) > place.length) {
      place = Arrays.copyOf(place, Math.addExact(place.length, places) + last - begin);
    }
    pieceTarget[pieces] = target;
    pieceFrom[pieces] = begin - rowStart[block];
    pieceTo[pieces] = end - rowStart[block];
    placeStart[pieces++] = places;
    int own = first[target + 1] - first[target];
    int at = rowStart[target];
    for (int k = begin; k < last; k++) {
      if (k < end) {
        place[places++] = rowIndex[k] - first[target];
      } else {
        while (rowIndex[at] < rowIndex[k]) {
          at++;
        }
        place[places++] = own + at - rowStart[target];
      }
    }
  }

  /** The row of the matrix that each column of the factor stands for. */
  public int[] order() {
    return order.clone();
  }

  int blocks() {
    return first.length - 1;
  }

  /** The number of a block's columns. */
  int width(int block) {
    return first[block + 1] - first[block];
  }

  /** The number of a block's rows, its own columns included. */
  int height(int block) {
    return width(block) + rowStart[block + 1] - rowStart[block];
  }

  /** The number of entries that the factor has room for. */
  public int entries() {
    return offset[blocks()];
  }

  /** Multiplications with an addition in one factorisation. */
  public long work() {
    long sum = 0;
    for (int b = 0; b < blocks(); b++) {
      long width = width(b);
      long below = height(b) - width;
      sum +=
          width * width * width / 6 + width * width * below / 2 + width * below * (below + 1) / 2;
    }
    return sum;
  }
}
