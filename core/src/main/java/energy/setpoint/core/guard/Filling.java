package energy.setpoint.core.guard;

import energy.setpoint.core.guard.LimitIndex.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Progressive filling (Bertsekas and Gallager, Data Networks, section 6.5.2) with weights: a level
 * rises, and each share is the level times its weight, but at least its base and at most what is
 * wanted. A full limit holds all shares below it where they are. Because nothing happens between
 * two events, it goes from one to the next instead of rising bit by bit.
 */
final class Filling {

  private static final double NOTHING = 1e-9;

  private final Stakes stakes;
  private final double[] share;
  private final boolean[] rising;
  private final boolean[] held;
  private final double[] room;
  private final double[] pace;
  private final int[] version;
  private final boolean[] full;
  private final List<List<Integer>> below = new ArrayList<>();
  private final PriorityQueue<Event> events = new PriorityQueue<>();

  private enum Kind {
    STARTS_RISING,
    IS_SATISFIED,
    IS_FULL
  }

  /** What happens to a device or a limit when the level gets there. */
  private record Event(double level, Kind kind, int subject, int version)
      implements Comparable<Event> {

    @Override
    public int compareTo(Event other) {
      int byLevel = Double.compare(level, other.level);
      return byLevel != 0 ? byLevel : kind.compareTo(other.kind);
    }
  }

  Filling(Stakes stakes) {
    this.stakes = stakes;
    int devices = stakes.devices();
    long[] left = stakes.room();
    this.share = new double[devices];
    this.rising = new boolean[devices];
    this.held = new boolean[devices];
    this.room = new double[left.length];
    this.pace = new double[left.length];
    this.version = new int[left.length];
    this.full = new boolean[left.length];
    for (int l = 0; l < left.length; l++) {
      room[l] = left[l];
      full[l] = left[l] <= 0;
      below.add(new ArrayList<>());
    }
    for (int i = 0; i < devices; i++) {
      share[i] = stakes.base(i);
      if (stakes.takesPart(i) && stakes.wanted(i) > stakes.base(i)) {
        events.add(new Event(share[i] / weight(i), Kind.STARTS_RISING, i, 0));
      }
    }
  }

  /** The exact shares, in milliamperes. */
  double[] rise() {
    while (!events.isEmpty()) {
      Event next = events.poll();
      switch (next.kind()) {
        case STARTS_RISING -> start(next.subject(), next.level());
        case IS_SATISFIED -> hold(next.subject(), stakes.wanted(next.subject()), next.level());
        case IS_FULL -> {
          if (next.version() == version[next.subject()]) {
            fill(next.subject(), next.level());
          }
        }
      }
    }
    return share;
  }

  private double weight(int i) {
    return stakes.ask(i).weight();
  }

  private void start(int i, double level) {
    Row row = stakes.row(i);
    for (int k = 0; k < row.size(); k++) {
      if (full[row.limit(k)]) {
        return;
      }
    }
    rising[i] = true;
    events.add(new Event(stakes.wanted(i) / weight(i), Kind.IS_SATISFIED, i, 0));
    for (int k = 0; k < row.size(); k++) {
      int l = row.limit(k);
      below.get(l).add(i);
      room[l] += row.times(k) * share[i];
      pace[l] += row.times(k) * weight(i);
      foresee(l, level);
    }
  }

  /** A limit is full when its room, less what has stopped rising, is used up by the rest. */
  private void foresee(int l, double level) {
    version[l]++;
    if (pace[l] > NOTHING) {
      events.add(new Event(Math.max(level, room[l] / pace[l]), Kind.IS_FULL, l, version[l]));
    }
  }

  private void hold(int i, double at, double level) {
    if (held[i] || !rising[i]) {
      return;
    }
    held[i] = true;
    rising[i] = false;
    share[i] = at;
    Row row = stakes.row(i);
    for (int k = 0; k < row.size(); k++) {
      int l = row.limit(k);
      room[l] -= row.times(k) * at;
      pace[l] -= row.times(k) * weight(i);
      if (!full[l]) {
        foresee(l, level);
      }
    }
  }

  private void fill(int l, double level) {
    full[l] = true;
    for (int i : below.get(l)) {
      hold(i, Math.min(level * weight(i), stakes.wanted(i)), level);
    }
  }
}
