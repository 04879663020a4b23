package energy.setpoint.optimizer.interior.factor;

import java.util.Arrays;

/**
 * Which rows neighbour each other while some are eliminated, as a quotient graph: an eliminated row
 * becomes an element, the list of the rows it has joined, so memory never exceeds a multiple of the
 * matrix (George and Liu).
 */
final class QuotientGraph {

  private final int size;

  /** Neighbours that are rows still; {@code length} shrinks as elements cover them. */
  private final int[] start;

  private final int[] length;
  private final int[] neighbour;

  /** Elements: the rows they join. */
  private final int[] elementStart;

  private final int[] elementLength;
  private int[] joined;
  private int joinedEnd;
  private final boolean[] alive;

  /** For each row a linked list of the elements it lies in, the newest first. */
  private final int[] firstElement;

  private int[] elementOf;
  private int[] nextElement;
  private int links;

  private final boolean[] eliminated;
  private final int[] mark;
  private int tag;

  QuotientGraph(int[] start, int[] neighbour) {
    size = start.length - 1;
    this.start = start;
    this.neighbour = neighbour.clone();
    length = new int[size];
    elementStart = new int[size];
    elementLength = new int[size];
    joined = new int[neighbour.length + 16];
    alive = new boolean[size];
    firstElement = new int[size];
    Arrays.fill(firstElement, -1);
    elementOf = new int[neighbour.length + 16];
    nextElement = new int[neighbour.length + 16];
    eliminated = new boolean[size];
    mark = new int[size];
    for (int i = 0; i < size; i++) {
      length[i] = start[i + 1] - start[i];
    }
  }

  int size() {
    return size;
  }

  /** How many rows neighbour a row before any is eliminated. */
  int degreeAtFirst(int row) {
    return start[row + 1] - start[row];
  }

  /**
   * Makes a row an element.
   *
   * @param most no fewer than the rows that neighbour it
   */
  void eliminate(int row, int most) {
    eliminated[row] = true;
    mark[row] = ++tag;
    reserve(most);
    int from = joinedEnd;
    for (int k = start[row]; k < start[row] + length[row]; k++) {
      join(neighbour[k]);
    }
    for (int link = firstElement[row]; link >= 0; link = nextElement[link]) {
      int element = elementOf[link];
      if (alive[element]) {
        int end = elementStart[element] + elementLength[element];
        for (int k = elementStart[element]; k < end; k++) {
          join(joined[k]);
        }
        alive[element] = false;
      }
    }
    elementStart[row] = from;
    elementLength[row] = joinedEnd - from;
    alive[row] = true;
    for (int k = from; k < joinedEnd; k++) {
      link(joined[k], row);
    }
  }

  /** Where the rows of an element begin; those that {@link #joined} tells up to {@link #end}. */
  int begin(int element) {
    return elementStart[element];
  }

  int end(int element) {
    return elementStart[element] + elementLength[element];
  }

  int joined(int place) {
    return joined[place];
  }

  private void join(int row) {
    if (!eliminated[row] && mark[row] != tag) {
      mark[row] = tag;
      joined[joinedEnd++] = row;
    }
  }

  private void link(int row, int element) {
    if (links == elementOf.length) {
      elementOf = Arrays.copyOf(elementOf, links * 2);
      nextElement = Arrays.copyOf(nextElement, links * 2);
    }
    elementOf[links] = element;
    nextElement[links] = firstElement[row];
    firstElement[row] = links++;
  }

  /** Room for one more element; the dead ones are swept away before the memory grows. */
  private void reserve(int count) {
    if (joinedEnd + count <= joined.length) {
      return;
    }
    sweep();
    if (joinedEnd + count > joined.length / 4 * 3) {
      joined = Arrays.copyOf(joined, Math.max(joined.length * 2, joinedEnd + count));
    }
  }

  private void sweep() {
    int[] kept = new int[joined.length];
    int end = 0;
    for (int element = 0; element < size; element++) {
      if (alive[element]) {
        System.arraycopy(joined, elementStart[element], kept, end, elementLength[element]);
        elementStart[element] = end;
        end += elementLength[element];
      }
    }
    joined = kept;
    joinedEnd = end;
  }

  /** Counts the neighbours of a row, and forgets lists that a newer element covers. */
  int degree(int row) {
    mark[row] = ++tag;
    int newest = ++tag;
    int others = ++tag;
    int degree = 0;
    int previous = -1;
    for (int link = firstElement[row]; link >= 0; link = nextElement[link]) {
      int element = elementOf[link];
      int fresh = alive[element] ? count(element, row, previous < 0, newest, others) : -1;
      if (fresh < 0) {
        nextElement[previous] = nextElement[link];
      } else {
        degree += fresh;
        previous = link;
      }
    }
    return degree + countNeighbours(row);
  }

  /**
   * How many rows of an element were not counted before, or -1 when the newest element has them
   * all, which then takes its place everywhere.
   */
  private int count(int element, int row, boolean isNewest, int newest, int others) {
    int fresh = 0;
    boolean covered = !isNewest;
    int kept = elementStart[element];
    int end = kept + elementLength[element];
    for (int k = kept; k < end; k++) {
      int other = joined[k];
      if (!eliminated[other]) {
        joined[kept++] = other;
        if (other != row && mark[other] < newest) {
          mark[other] = isNewest ? newest : others;
          fresh++;
        }
        covered &= other == row || mark[other] == newest;
      }
    }
    elementLength[element] = kept - elementStart[element];
    alive[element] = !covered;
    return covered ? -1 : fresh;
  }

  private int countNeighbours(int row) {
    int kept = start[row];
    for (int k = start[row]; k < start[row] + length[row]; k++) {
      int other = neighbour[k];
      if (!eliminated[other] && mark[other] < mark[row]) {
        neighbour[kept++] = other;
      }
    }
    length[row] = kept - start[row];
    return length[row];
  }
}
