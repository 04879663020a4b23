package energy.setpoint.core.reconcile;

import energy.setpoint.core.guard.Limit;
import energy.setpoint.core.guard.LimitIndex;
import energy.setpoint.core.guard.LimitIndex.Row;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.ControlPoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What every device may be doing, and what that leaves under each limit. */
final class Budgets {

  private final Reconciler ledgers;
  private final Instant now;
  private final Direction draws;
  private final Direction feeds;

  Budgets(
      Reconciler ledgers,
      List<Desired> devices,
      List<Limit> drawLimits,
      List<Limit> feedLimits,
      Instant now) {
    this.ledgers = ledgers;
    this.now = now;
    this.draws = new Direction(drawLimits, devices, it -> ledgers.ledger(it).mayDraw(now));
    this.feeds = new Direction(feedLimits, devices, it -> ledgers.ledger(it).mayFeed(now));
  }

  /**
   * True when a wish must be paid for: the device cannot be doing it yet, or what it may be doing
   * ends by itself and a limit is exceeded until then.
   */
  boolean raises(Desired wish) {
    return raisesDraw(wish) || raisesFeed(wish);
  }

  private boolean raisesDraw(Desired wish) {
    return draws.raises(wish, wish.allowance().draw(), inForce(wish).draw());
  }

  private boolean raisesFeed(Desired wish) {
    return feeds.raises(wish, wish.allowance().feed(), inForce(wish).feed());
  }

  private Allowance inForce(Desired wish) {
    return ledgers.ledger(wish.point()).expected(now);
  }

  /** True when the device may be doing more than an allowance in one of the directions. */
  boolean exceeds(Desired wish, Allowance allowance) {
    return draws.of(wish).isMoreThan(allowance.draw())
        || feeds.of(wish).isMoreThan(allowance.feed());
  }

  boolean isOverdrawn(Desired wish) {
    return !draws.fits(wish) || !feeds.fits(wish);
  }

  /** Sets room aside for a wish, or leaves everything as it was and says false. */
  boolean reserve(Desired wish) {
    boolean raisesDraw = raisesDraw(wish);
    boolean raisesFeed = raisesFeed(wish);
    Current drawBefore = draws.of(wish);
    Current feedBefore = feeds.of(wish);
    draws.put(wish, drawBefore.max(wish.allowance().draw()));
    feeds.put(wish, feedBefore.max(wish.allowance().feed()));
    boolean fits = (!raisesDraw || draws.fits(wish)) && (!raisesFeed || feeds.fits(wish));
    if (!fits) {
      draws.put(wish, drawBefore);
      feeds.put(wish, feedBefore);
    }
    return fits;
  }

  /** Taking, or feeding back. */
  private static final class Direction {

    private final LimitIndex index;
    private final Map<ControlPoint, Current> currents = new HashMap<>();
    private final long[] room;

    Direction(
        List<Limit> limits, List<Desired> devices, Function<ControlPoint, Current> mayBeDoing) {
      this.index = new LimitIndex(limits);
      this.room = limits.stream().mapToLong(Limit::room).toArray();
      devices.forEach(device -> put(device, mayBeDoing.apply(device.point())));
    }

    Current of(Desired device) {
      return currents.getOrDefault(device.point(), Current.ZERO);
    }

    void put(Desired device, Current current) {
      long more = current.minus(of(device)).milliamps();
      currents.put(device.point(), current);
      Row row = above(device);
      for (int k = 0; k < row.size(); k++) {
        room[row.limit(k)] -= row.times(k) * more;
      }
    }

    boolean raises(Desired device, Current wished, Current inForce) {
      return wished.isMoreThan(of(device)) || wished.isMoreThan(inForce) && !fits(device);
    }

    boolean fits(Desired device) {
      Row row = above(device);
      for (int k = 0; k < row.size(); k++) {
        if (room[row.limit(k)] < 0) {
          return false;
        }
      }
      return true;
    }

    private Row above(Desired device) {
      return index.of(device.circuit(), device.phases());
    }
  }
}
