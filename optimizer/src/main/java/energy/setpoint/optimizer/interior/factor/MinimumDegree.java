package energy.setpoint.optimizer.interior.factor;

/**
 * An order of elimination that keeps the Cholesky factor of a symmetric matrix sparse: always the
 * row with the fewest neighbours next (Tinney and Walker; George and Liu).
 *
 * <p>Degrees are exact but lazy. When a neighbour of a row is eliminated, the row keeps a lower
 * bound of its degree; the degree is counted anew only when the row comes up for elimination. A
 * circuit's rows neighbour hundreds of vehicles and are counted about once instead of once per
 * vehicle.
 */
final class MinimumDegree {

  private final int size;
  private final QuotientGraph graph;

  /** Whether only a lower bound of a row's degree is known. */
  private final boolean[] stale;

  /** Rows of a higher rank wait until all those of lower ones are eliminated. */
  private final int[] rank;

  private int allowed;
  private final DegreeQueue queue;

  private MinimumDegree(QuotientGraph graph, int[] rank) {
    this.graph = graph;
    this.rank = rank;
    size = graph.size();
    stale = new boolean[size];
    queue = new DegreeQueue(size);
    for (int i = size - 1; i >= 0; i--) {
      queue.note(i, graph.degreeAtFirst(i));
    }
    admit(0);
  }

  /**
   * The rows in the order in which to eliminate them.
   *
   * @param start where the neighbours of each row begin, one entry more than there are rows
   * @param neighbour the neighbours, without the row itself, in both directions
   * @param rank from 0; all rows of one rank are eliminated before any of the next
   */
  static int[] order(int[] start, int[] neighbour, int[] rank) {
    return new MinimumDegree(new QuotientGraph(start, neighbour), rank).order();
  }

  private int[] order() {
    int[] order = new int[size];
    for (int k = 0; k < size; ) {
      int row = queue.takeLeast();
      if (row < 0) {
        admit(++allowed);
      } else if (stale[row]) {
        stale[row] = false;
        queue.put(row, graph.degree(row));
      } else {
        order[k++] = row;
        eliminate(row);
      }
    }
    return order;
  }

  private void admit(int newRank) {
    for (int i = size - 1; i >= 0; i--) {
      if (rank[i] == newRank) {
        queue.put(i, queue.degree(i));
      }
    }
  }

  /** Eliminates a row; those that were its neighbours are to be counted anew. */
  private void eliminate(int row) {
    graph.eliminate(row, queue.degree(row));
    int joined = graph.end(row) - graph.begin(row);
    for (int k = graph.begin(row); k < graph.end(row); k++) {
      touch(graph.joined(k), joined);
    }
  }

  private void touch(int row, int joined) {
    stale[row] = true;
    int bound = Math.max(queue.degree(row) - 1, joined - 1);
    if (rank[row] <= allowed) {
      queue.remove(row);
      queue.put(row, bound);
    } else {
      queue.note(row, bound);
    }
  }
}
