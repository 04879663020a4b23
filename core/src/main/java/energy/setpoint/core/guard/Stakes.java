package energy.setpoint.core.guard;

import energy.setpoint.core.guard.LimitIndex.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is certain before anything is shared: what each device counts at least, who takes part, and
 * what room that leaves. In milliamperes.
 */
final class Stakes {

  private final List<Ask> asks;
  private final List<Limit> limits;
  private final Row[] rows;
  private final long[] room;
  private final long[] base;
  private final long[] wanted;
  private final boolean[] takesPart;
  private final int[] refusedBy;

  Stakes(List<Ask> asks, List<Limit> limits) {
    this.asks = asks;
    this.limits = limits;
    LimitIndex index = new LimitIndex(limits);
    this.rows = asks.stream().map(ask -> index.of(ask.circuit(), ask.phases())).toArray(Row[]::new);
    this.room = limits.stream().mapToLong(Limit::room).toArray();
    this.base = asks.stream().mapToLong(ask -> ask.reserved().milliamps()).toArray();
    this.wanted = new long[asks.size()];
    this.takesPart = new boolean[asks.size()];
    this.refusedBy = new int[asks.size()];
    Arrays.fill(refusedBy, -1);
    countReserves();
    admit();
  }

  /**
   * Where other loads have eaten into the reserves, those of devices that obey are given up: better
   * a device told to pause than a fuse blown.
   */
  private void countReserves() {
    IntStream.range(0, base.length).forEach(i -> take(i, base[i]));
    boolean[] broken = new boolean[room.length];
    for (int l = 0; l < room.length; l++) {
      broken[l] = room[l] < 0;
    }
    for (int i = 0; i < base.length; i++) {
      if (asks.get(i).obeys() && base[i] > 0 && isUnder(broken, i)) {
        take(i, -base[i]);
        base[i] = 0;
      }
    }
  }

  private boolean isUnder(boolean[] marked, int i) {
    for (int k = 0; k < rows[i].size(); k++) {
      if (marked[rows[i].limit(k)]) {
        return true;
      }
    }
    return false;
  }

  /** The minimum for the most urgent first; among equals the earlier in the list. */
  private void admit() {
    IntStream.range(0, base.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -asks.get(i).urgency()))
        .forEach(this::admit);
  }

  private void admit(int i) {
    Ask ask = asks.get(i);
    long minimum = ask.minimum().milliamps();
    long most = ask.wanted().milliamps();
    if (most == 0 || most < minimum) {
      return;
    }
    long more = Math.max(0, minimum - base[i]);
    int tooFull = firstThatLacks(i, more);
    if (tooFull >= 0 && more > 0) {
      refusedBy[i] = tooFull;
      return;
    }
    take(i, more);
    base[i] += more;
    takesPart[i] = true;
    long step = ask.step().milliamps();
    wanted[i] = Math.max(base[i], most / step * step);
  }

  private int firstThatLacks(int i, long more) {
    for (int k = 0; k < rows[i].size(); k++) {
      if (room[rows[i].limit(k)] < rows[i].times(k) * more) {
        return rows[i].limit(k);
      }
    }
    return -1;
  }

  private void take(int i, long current) {
    for (int k = 0; k < rows[i].size(); k++) {
      room[rows[i].limit(k)] -= rows[i].times(k) * current;
    }
  }

  int devices() {
    return base.length;
  }

  Row row(int i) {
    return rows[i];
  }

  Ask ask(int i) {
    return asks.get(i);
  }

  /** What is left under each limit when every device has its base; negative where it is broken. */
  long[] room() {
    return room.clone();
  }

  /** What a device counts at least. */
  long base(int i) {
    return base[i];
  }

  /** The most that it is given, not below its base; 0 for one that takes no part. */
  long wanted(int i) {
    return wanted[i];
  }

  /** False for a device that wants nothing, or for which not even the minimum is left. */
  boolean takesPart(int i) {
    return takesPart[i];
  }

  /** Why it takes no part although it wants something. */
  Optional<String> refusal(int i) {
    return refusedBy[i] < 0
        ? Optional.empty()
        : Optional.of(limits.get(refusedBy[i]).name() + " (less than the minimum was left)");
  }

  String nameOf(int limit) {
    return limits.get(limit).name();
  }
}
