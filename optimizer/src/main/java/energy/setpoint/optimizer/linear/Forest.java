package energy.setpoint.optimizer.linear;

import java.util.Arrays;

/** A graph without circles, whose edges come and go; every node knows the way to its root. */
final class Forest {

  private static final int NONE = -1;

  private final int[] parent;

  /** The edge to the parent. */
  private final int[] upwards;

  /** For each edge the node whose parent it leads to. */
  private final int[] child;

  private final int[] seen;
  private int looks;
  private int[] path = new int[16];

  /**
   * @param edges may be numbered up to here
   */
  Forest(int nodes, int edges) {
    parent = new int[nodes];
    upwards = new int[nodes];
    child = new int[edges];
    seen = new int[nodes];
    Arrays.fill(parent, NONE);
  }

  /** Joins two nodes that no path joins yet. */
  void link(int one, int other, int edge) {
    makeRoot(one);
    hang(one, other, edge);
  }

  private void hang(int node, int above, int edge) {
    parent[node] = above;
    upwards[node] = edge;
    child[edge] = node;
  }

  private void makeRoot(int node) {
    int at = node;
    int above = parent[at];
    int edge = upwards[at];
    parent[node] = NONE;
    while (above != NONE) {
      int next = parent[above];
      int nextEdge = upwards[above];
      hang(above, at, edge);
      at = above;
      above = next;
      edge = nextEdge;
    }
  }

  /** Takes an edge out. */
  void cut(int edge) {
    parent[child[edge]] = NONE;
  }

  /**
   * Looks for the path between two nodes, whose edges {@link #edge} then tells.
   *
   * @return its length, or -1 when there is none
   */
  int path(int from, int to) {
    looks++;
    for (int node = from; node != NONE; node = parent[node]) {
      seen[node] = looks;
    }
    int meeting = to;
    int down = 0;
    while (meeting != NONE && seen[meeting] != looks) {
      meeting = parent[meeting];
      down++;
    }
    if (meeting == NONE) {
      return -1;
    }
    int length = 0;
    for (int node = from; node != meeting; node = parent[node]) {
      put(length++, upwards[node]);
    }
    length += down;
    int at = length;
    for (int node = to; node != meeting; node = parent[node]) {
      put(--at, upwards[node]);
    }
    return length;
  }

  private void put(int place, int edge) {
    if (place >= path.length) {
      path = Arrays.copyOf(path, Math.max(place + 1, 2 * path.length));
    }
    path[place] = edge;
  }

  /** An edge of the path that was found last, counted from its beginning. */
  int edge(int place) {
    return path[place];
  }
}
