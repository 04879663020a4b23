package energy.setpoint.optimizer.interior;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a caller knows that makes a search faster, never different.
 *
 * @param rowRank one for each row, from 0: rows that hold together much of the program should have
 *     a high one, rows that only concern a few columns a low one. A vehicle's rows 0, those of the
 *     circuit it stands on 1, those of the circuit above 2 and so on. An order of elimination that
 *     keeps to the ranks is tried beside one that does not.
 * @param start from an earlier search over a program of the same shape
 */
public record Hints(Optional<int[]> rowRank, Optional<Start> start) {

  /** Nothing is known. */
  public static Hints none() {
    return new Hints(Optional.empty(), Optional.empty());
  }

  /**
   * With ranks of the rows.
   *
   * @throws IllegalArgumentException when one is negative
   */
  public Hints withRowRank(int... rank) {
    for (int r : rank) {
      if (r < 0) {
        throw new IllegalArgumentException("A row has rank " + r + ", but ranks begin at 0.");
      }
    }
    return new Hints(Optional.of(rank), start);
  }

  public Hints withStart(Start from) {
    return new Hints(rowRank, Optional.of(from));
  }

  /** Ranks of the equations, without gaps; an equation that ties pieces together has the lowest. */
  Optional<int[]> ranks(StandardForm form) {
    return rowRank.map(ofRow -> ranks(form, ofRow));
  }

  private static int[] ranks(StandardForm form, int[] ofRow) {
    int[] distinct = Arrays.stream(ofRow).distinct().sorted().toArray();
    int[] rank = new int[form.rows()];
    for (int i = 0; i < rank.length; i++) {
      int source = form.sourceRow[i];
      rank[i] = source < 0 ? 0 : Arrays.binarySearch(distinct, ofRow[source]);
    }
    return rank;
  }
}
