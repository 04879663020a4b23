package energy.setpoint.optimizer.interior.factor;

import java.util.Optional;

/** Chooses in which order the rows are eliminated, and lays out the factor. */
public final class Elimination {

  private Elimination() {}

  /**
   * The layout of the factor.
   *
   * @param ranks of the rows, without gaps; an order that eliminates all rows of one rank before
   *     any of the next is tried beside one that knows none
   * @throws ArithmeticException when the factor is too large for an array
   */
  public static SymbolicFactor of(SparseMatrix matrix, Optional<int[]> ranks) {
    NeighbourGraph graph = NeighbourGraph.of(matrix);
    EliminationTree tree = tree(graph, new int[matrix.rows()]);
    if (ranks.isPresent()) {
      EliminationTree ranked = tree(graph, ranks.get());
      tree = ranked.work() < tree.work() ? ranked : tree;
    }
    return SymbolicFactor.of(graph, tree);
  }

  private static EliminationTree tree(NeighbourGraph graph, int[] rank) {
    return EliminationTree.of(graph, MinimumDegree.order(graph.start(), graph.neighbour(), rank));
  }
}
