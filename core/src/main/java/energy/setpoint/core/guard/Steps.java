package energy.setpoint.core.guard;

import energy.setpoint.core.guard.LimitIndex.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Turns exact shares into whole steps. Each is rounded down; then those that have least for their
 * weight get one step more, again and again, as long as every limit bears it. In the end nobody who
 * wants more could have another step.
 */
final class Steps {

  private final Stakes stakes;
  private final long[] share;
  private final long[] room;
  private final int[] blockedBy;

  Steps(Stakes stakes, double[] exact) {
    this.stakes = stakes;
    this.share = new long[exact.length];
    this.room = stakes.room();
    this.blockedBy = new int[exact.length];
    for (int i = 0; i < exact.length; i++) {
      long step = step(i);
      share[i] = Math.max(stakes.base(i), (long) exact[i] / step * step);
      blockedBy[i] = -1;
      take(i, share[i] - stakes.base(i));
    }
    mendRounding();
  }

  /** Floating point may have said that a milliampere too much fits. */
  private void mendRounding() {
    for (int i = 0; i < share.length; i++) {
      while (share[i] > stakes.base(i) && isOverdrawn(i)) {
        long less = Math.min(step(i), share[i] - stakes.base(i));
        share[i] -= less;
        take(i, -less);
      }
    }
  }

  private boolean isOverdrawn(int i) {
    Row row = stakes.row(i);
    for (int k = 0; k < row.size(); k++) {
      if (room[row.limit(k)] < 0) {
        return true;
      }
    }
    return false;
  }

  /** What each device counts in the end, in milliamperes. */
  long[] handOut() {
    List<Integer> waiting =
        IntStream.range(0, share.length)
            .filter(i -> stakes.takesPart(i) && share[i] < stakes.wanted(i))
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> share[i] / stakes.ask(i).weight())
                    .thenComparingDouble(i -> -stakes.ask(i).urgency()))
            .toList();
    while (!waiting.isEmpty()) {
      waiting = waiting.stream().filter(this::getsOneMore).toList();
    }
    return share;
  }

  /** One step more, from the minimum to the next whole one; false when that was the last. */
  private boolean getsOneMore(int i) {
    long more = Math.min(step(i) - share[i] % step(i), stakes.wanted(i) - share[i]);
    Row row = stakes.row(i);
    for (int k = 0; k < row.size(); k++) {
      if (room[row.limit(k)] < row.times(k) * more) {
        blockedBy[i] = row.limit(k);
        return false;
      }
    }
    share[i] += more;
    take(i, more);
    return share[i] < stakes.wanted(i);
  }

  private void take(int i, long current) {
    Row row = stakes.row(i);
    for (int k = 0; k < row.size(); k++) {
      room[row.limit(k)] -= row.times(k) * current;
    }
  }

  private long step(int i) {
    return stakes.ask(i).step().milliamps();
  }

  /** The limit that had no room for another step of a device that wanted it. */
  Optional<String> findFullLimit(int i) {
    return blockedBy[i] < 0 ? Optional.empty() : Optional.of(stakes.nameOf(blockedBy[i]));
  }
}
