package energy.setpoint.optimizer.interior.factor;

import java.util.Arrays;

/** Rows in buckets by degree, so that the least is found without sorting. */
final class DegreeQueue {

  private final int[] first;
  private final int[] next;
  private final int[] previous;
  private final int[] degree;
  private int least;

  DegreeQueue(int size) {
    first = new int[size + 1];
    Arrays.fill(first, -1);
    next = new int[size];
    previous = new int[size];
    degree = new int[size];
  }

  /** The degree, or the lower bound of it, under which a row was last put. */
  int degree(int row) {
    return degree[row];
  }

  /** Remembers a degree without queueing. */
  void note(int row, int value) {
    degree[row] = value;
  }

  void put(int row, int value) {
    degree[row] = value;
    previous[row] = -1;
    next[row] = first[value];
    if (next[row] >= 0) {
      previous[next[row]] = row;
    }
    first[value] = row;
    least = Math.min(least, value);
  }

  void remove(int row) {
    if (previous[row] >= 0) {
      next[previous[row]] = next[row];
    } else {
      first[degree[row]] = next[row];
    }
    if (next[row] >= 0) {
      previous[next[row]] = previous[row];
    }
  }

  /** Takes a row of the least degree, or -1 when there is none. */
  int takeLeast() {
    while (least < first.length && first[least] < 0) {
      least++;
    }
    if (least == first.length) {
      return -1;
    }
    int row = first[least];
    remove(row);
    return row;
  }
}
