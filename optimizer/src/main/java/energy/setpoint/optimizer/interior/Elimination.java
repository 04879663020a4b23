package energy.setpoint.optimizer.interior;

import java.util.Arrays;

/** Chooses in which order the rows are eliminated, and lays out the factor. */
final class Elimination {

  private Elimination() {}

  /**
   * The layout of the factor.
   *
   * @param hints may rank the program's rows
   * @throws ArithmeticException when the factor is too large for an array
   */
  static SymbolicFactor of(StandardForm form, Hints hints) {
    NeighbourGraph graph = NeighbourGraph.of(form.matrix);
    EliminationTree tree = tree(graph, new int[form.rows()]);
    if (hints.rowRank().isPresent()) {
      int[] rank = ranks(form, hints.rowRank().get());
      EliminationTree ranked = tree(graph, rank);
      tree = ranked.work() < tree.work() ? ranked : tree;
    }
    return SymbolicFactor.of(graph, tree);
  }

  private static EliminationTree tree(NeighbourGraph graph, int[] rank) {
    return EliminationTree.of(graph, MinimumDegree.order(graph.start(), graph.neighbour(), rank));
  }

  /** Ranks of the equations, without gaps. */
  private static int[] ranks(StandardForm form, int[] rowRank) {
    int[] distinct = Arrays.stream(rowRank).distinct().sorted().toArray();
    int[] rank = new int[form.rows()];
    for (int i = 0; i < rank.length; i++) {
      int source = form.sourceRow[i];
      rank[i] = source < 0 ? 0 : Arrays.binarySearch(distinct, rowRank[source]);
    }
    return rank;
  }
}
