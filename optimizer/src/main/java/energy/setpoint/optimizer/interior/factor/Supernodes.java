package energy.setpoint.optimizer.interior.factor;

import java.util.Arrays;

/**
 * Runs of neighbouring columns of the factor that are treated as one dense block (Ng and Peyton
 * 1993), some zeros included where that makes fewer and larger blocks (Ashcraft and Grimes 1989).
 *
 * @param first the first column of each block; one entry more than there are blocks
 * @param blockOf the block of each column
 * @param parent the block that each block hands its remainder to, or -1
 */
record Supernodes(int[] first, int[] blockOf, int[] parent) {

  static Supernodes of(EliminationTree tree) {
    return withoutSmallOnes(tree, strict(tree));
  }

  /** Columns that follow each other and have the same entries below. */
  private static Supernodes strict(EliminationTree tree) {
    int size = tree.order().length;
    int[] first = new int[size + 1];
    int blocks = 0;
    for (int k = 0; k < size; k++) {
      boolean continues =
          k > 0 && tree.parent()[k - 1] == k && tree.count()[k - 1] == tree.count()[k] + 1;
      if (!continues) {
        first[blocks++] = k;
      }
    }
    first[blocks] = size;
    return of(tree, Arrays.copyOf(first, blocks + 1));
  }

  private static Supernodes of(EliminationTree tree, int[] first) {
    int blocks = first.length - 1;
    int[] blockOf = new int[tree.order().length];
    int[] parent = new int[blocks];
    for (int b = 0; b < blocks; b++) {
      Arrays.fill(blockOf, first[b], first[b + 1], b);
    }
    for (int b = 0; b < blocks; b++) {
      int next = tree.parent()[first[b + 1] - 1];
      parent[b] = next < 0 ? -1 : blockOf[next];
    }
    return new Supernodes(first, blockOf, parent);
  }

  /** Merges a block with the parent that follows it where that adds few zeros. */
  private static Supernodes withoutSmallOnes(EliminationTree tree, Supernodes strict) {
    int blocks = strict.size();
    boolean[] merged = new boolean[blocks + 1];
    long zeros = 0;
    int head = blocks - 1;
    int end = strict.first[blocks];
    int below = blocks == 0 ? 0 : tree.count()[end - 1] - 1;
    for (int b = blocks - 2; b >= 0; b--) {
      int width = strict.first[b + 1] - strict.first[b];
      int groupWidth = end - strict.first[b + 1];
      int own = tree.count()[strict.first[b + 1] - 1] - 1;
      long added = zeros + (long) width * (groupWidth + below - own);
      long total = entries(width + groupWidth, below);
      if (strict.parent[b] == head && worth(width, groupWidth, added, total)) {
        merged[b + 1] = true;
        zeros = added;
      } else {
        zeros = 0;
        end = strict.first[b + 1];
        below = own;
      }
      head = b;
    }
    return of(tree, heads(strict, merged));
  }

  private static boolean worth(int width, int groupWidth, long zeros, long total) {
    double share = (double) zeros / total;
    int both = width + groupWidth;
    return share < 0.05 || both <= 4 || both <= 16 && share < 0.5 || both <= 48 && share < 0.15;
  }

  private static long entries(long width, long below) {
    return width * (width + 1) / 2 + width * below;
  }

  private static int[] heads(Supernodes strict, boolean[] merged) {
    int[] first = new int[strict.size() + 1];
    int kept = 0;
    for (int b = 0; b < strict.size(); b++) {
      if (!merged[b]) {
        first[kept++] = strict.first[b];
      }
    }
    first[kept] = strict.first[strict.size()];
    return Arrays.copyOf(first, kept + 1);
  }

  /** The number of blocks. */
  int size() {
    return first.length - 1;
  }
}
