package energy.setpoint.optimizer.interior.factor;

import java.util.Arrays;

/**
 * Which column of the factor each column hands its remainder to (Liu 1990), with the columns
 * numbered so that every column follows its children.
 *
 * @param order the row of the matrix that each column of the factor stands for
 * @param parent the next column that depends on a column, or -1
 * @param count the entries of each column of the factor, its diagonal included
 */
record EliminationTree(int[] order, int[] parent, int[] count) {

  /**
   * Refines an order of elimination without adding fill: only the sequence of independent parts
   * changes.
   */
  static EliminationTree of(NeighbourGraph graph, int[] order) {
    int size = order.length;
    int[] position = inverse(order);
    int[] parent = parents(graph, order, position);
    int[] count = counts(graph, order, position, parent);
    int[] post = postorder(parent, count);
    int[] newPosition = inverse(post);
    int[] newOrder = new int[size];
    int[] newParent = new int[size];
    int[] newCount = new int[size];
    for (int k = 0; k < size; k++) {
      newOrder[k] = order[post[k]];
      newParent[k] = parent[post[k]] < 0 ? -1 : newPosition[parent[post[k]]];
      newCount[k] = count[post[k]];
    }
    return new EliminationTree(newOrder, newParent, newCount);
  }

  /** Multiplications with an addition that a factorisation takes. */
  long work() {
    long sum = 0;
    for (int c : count) {
      sum += (long) c * c / 2;
    }
    return sum;
  }

  static int[] inverse(int[] order) {
    int[] position = new int[order.length];
    for (int k = 0; k < order.length; k++) {
      position[order[k]] = k;
    }
    return position;
  }

  private static int[] parents(NeighbourGraph graph, int[] order, int[] position) {
    int[] parent = new int[order.length];
    int[] ancestor = new int[order.length];
    for (int k = 0; k < order.length; k++) {
      parent[k] = -1;
      ancestor[k] = -1;
      for (int q = graph.start()[order[k]]; q < graph.start()[order[k] + 1]; q++) {
        int i = position[graph.neighbour()[q]];
        while (i >= 0 && i < k) {
          int next = ancestor[i];
          ancestor[i] = k;
          if (next < 0) {
            parent[i] = k;
          }
          i = next;
        }
      }
    }
    return parent;
  }

  /** Row k of the factor is the part of the tree between its entries in the matrix and k. */
  private static int[] counts(NeighbourGraph graph, int[] order, int[] position, int[] parent) {
    int[] count = new int[order.length];
    Arrays.fill(count, 1);
    int[] mark = new int[order.length];
    Arrays.fill(mark, -1);
    for (int k = 0; k < order.length; k++) {
      mark[k] = k;
      for (int q = graph.start()[order[k]]; q < graph.start()[order[k] + 1]; q++) {
        int i = position[graph.neighbour()[q]];
        while (i < k && mark[i] != k) {
          mark[i] = k;
          count[i]++;
          i = parent[i];
        }
      }
    }
    return count;
  }

  /** Children before parents; of several children the one with the longest column last. */
  private static int[] postorder(int[] parent, int[] count) {
    int size = parent.length;
    int[] lastChild = new int[size + 1];
    int[] previous = new int[size];
    int[] byCount = sorted(count, size);
    Arrays.fill(lastChild, -1);
    for (int k : byCount) {
      int p = parent[k] < 0 ? size : parent[k];
      previous[k] = lastChild[p];
      lastChild[p] = k;
    }
    int[] post = new int[size];
    int at = size;
    int[] stack = new int[size + 1];
    int top = 0;
    stack[0] = size;
    while (top >= 0) {
      int node = stack[top];
      int child = lastChild[node];
      if (child >= 0) {
        lastChild[node] = previous[child];
        post[--at] = child;
        stack[++top] = child;
      } else {
        top--;
      }
    }
    return post;
  }

  private static int[] sorted(int[] count, int size) {
    int[] start = new int[size + 2];
    for (int c : count) {
      start[c + 1]++;
    }
    for (int c = 0; c <= size; c++) {
      start[c + 1] += start[c];
    }
    int[] sorted = new int[size];
    for (int k = 0; k < size; k++) {
      sorted[start[count[k]]++] = k;
    }
    return sorted;
  }
}
