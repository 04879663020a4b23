package energy.setpoint.core.guard;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.ControlPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shares the room under a set of limits max-min fairly: everybody's share rises at the same pace
 * until it is satisfied or a limit above it is full ("progressive filling", Bertsekas and Gallager,
 * Data Networks, section 6.5.2). Whole milliamperes, rounded down, so the limits hold exactly.
 */
public final class FairShare {

  private FairShare() {}

  /** What each device may draw, never more than it wants. */
  public static Map<ControlPoint, Share> allocate(List<Ask> asks, List<Limit> limits) {
    List<Ask> open = new ArrayList<>(withoutReservesThatDoNotFit(asks, limits));
    while (true) {
      Filling filling = new Filling(open, limits);
      filling.run();
      Optional<Ask> loser = filling.leastUrgentBelowMinimum();
      if (loser.isEmpty()) {
        return filling.shares(asks);
      }
      open.replaceAll(
          ask -> ask.point().equals(loser.get().point()) ? ask.withWanted(Current.ZERO) : ask);
    }
  }

  /**
   * Where other loads have eaten into the reserves, those of devices that obey are given up: better
   * a device told to pause than a fuse blown.
   */
  private static List<Ask> withoutReservesThatDoNotFit(List<Ask> asks, List<Limit> limits) {
    List<Limit> broken =
        limits.stream()
            .filter(l -> l.room() < asks.stream().mapToLong(a -> reserve(a, l)).sum())
            .toList();
    return asks.stream()
        .map(ask ->
            ask.obeys() && broken.stream().anyMatch(limit -> limit.timesCounted(ask) > 0)
                ? ask.withReserved(Current.ZERO)
                : ask)
        .toList();
  }

  private static long reserve(Ask ask, Limit limit) {
    return limit.timesCounted(ask) * ask.reserved().milliamps();
  }

  /** One pass of progressive filling. */
  private static final class Filling {
    private final List<Ask> asks;
    private final List<Limit> limits;
    private final long[] share;
    private final boolean[] done;
    private final long[] room;
    private final int[] fullAt;

    Filling(List<Ask> asks, List<Limit> limits) {
      this.asks = asks;
      this.limits = limits;
      this.share = new long[asks.size()];
      this.done = new boolean[asks.size()];
      this.room = limits.stream().mapToLong(Limit::room).toArray();
      this.fullAt = new int[asks.size()];
      Arrays.fill(fullAt, -1);
      takeReserves();
    }

    private void takeReserves() {
      for (int i = 0; i < asks.size(); i++) {
        Ask ask = asks.get(i);
        for (int l = 0; l < room.length; l++) {
          room[l] -= reserve(ask, limits.get(l));
        }
        share[i] = ask.reserved().milliamps();
        done[i] = share[i] >= ask.wanted().milliamps();
      }
    }

    void run() {
      freezeUnderFullLimits();
      while (anyOpen()) {
        long rise = commonRise();
        for (int i = 0; i < share.length; i++) {
          if (!done[i]) {
            raise(i, rise);
          }
        }
        freezeUnderFullLimits();
      }
    }

    private boolean anyOpen() {
      for (boolean d : done) {
        if (!d) {
          return true;
        }
      }
      return false;
    }

    private long commonRise() {
      long rise = Long.MAX_VALUE;
      for (int i = 0; i < share.length; i++) {
        if (!done[i]) {
          rise = Math.min(rise, asks.get(i).wanted().milliamps() - share[i]);
        }
      }
      for (int l = 0; l < room.length; l++) {
        long takers = openTakers(l);
        if (takers > 0) {
          rise = Math.min(rise, room[l] / takers);
        }
      }
      return rise;
    }

    private void raise(int i, long rise) {
      share[i] += rise;
      for (int l = 0; l < room.length; l++) {
        room[l] -= limits.get(l).timesCounted(asks.get(i)) * rise;
      }
      done[i] = share[i] >= asks.get(i).wanted().milliamps();
    }

    private long openTakers(int l) {
      long takers = 0;
      for (int i = 0; i < share.length; i++) {
        takers += done[i] ? 0 : limits.get(l).timesCounted(asks.get(i));
      }
      return takers;
    }

    /** A limit that cannot give each open taker one milliampere more is full. */
    private void freezeUnderFullLimits() {
      for (int l = 0; l < room.length; l++) {
        long takers = openTakers(l);
        if (takers == 0 || room[l] >= takers) {
          continue;
        }
        for (int i = 0; i < share.length; i++) {
          if (!done[i] && limits.get(l).timesCounted(asks.get(i)) > 0) {
            done[i] = true;
            fullAt[i] = l;
          }
        }
      }
    }

    Optional<Ask> leastUrgentBelowMinimum() {
      List<Ask> below = new ArrayList<>();
      for (int i = 0; i < share.length; i++) {
        Ask ask = asks.get(i);
        long given = Math.min(share[i], ask.wanted().milliamps());
        if (given > 0 && given < ask.minimum().milliamps()) {
          below.add(ask);
        }
      }
      return below.stream().min(Comparator.comparingDouble(Ask::urgency));
    }

    Map<ControlPoint, Share> shares(List<Ask> original) {
      Map<ControlPoint, Share> result = new LinkedHashMap<>();
      for (int i = 0; i < share.length; i++) {
        long given = Math.min(share[i], asks.get(i).wanted().milliamps());
        boolean dropped = asks.get(i).wanted().milliamps() < original.get(i).wanted().milliamps();
        Optional<String> reason =
            fullAt[i] >= 0
                ? Optional.of(limits.get(fullAt[i]).name())
                : dropped ? Optional.of("less than the minimum was left") : Optional.empty();
        result.put(asks.get(i).point(), new Share(new Current(given), reason));
      }
      return result;
    }
  }
}
