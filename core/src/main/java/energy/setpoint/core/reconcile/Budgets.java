package energy.setpoint.core.reconcile;

import energy.setpoint.core.guard.Limit;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.ControlPoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every device may be doing, and what that leaves under each limit. */
final class Budgets {

  private final Reconciler ledgers;
  private final List<Desired> devices;
  private final List<Limit> drawLimits;
  private final List<Limit> feedLimits;
  private final Instant now;
  private final Map<ControlPoint, Current> draws = new HashMap<>();
  private final Map<ControlPoint, Current> feeds = new HashMap<>();

  Budgets(
      Reconciler ledgers,
      List<Desired> devices,
      List<Limit> drawLimits,
      List<Limit> feedLimits,
      Instant now) {
    this.ledgers = ledgers;
    this.devices = devices;
    this.drawLimits = drawLimits;
    this.feedLimits = feedLimits;
    this.now = now;
    for (Desired device : devices) {
      draws.put(device.point(), ledgers.ledger(device.point()).mayDraw(now));
      feeds.put(device.point(), ledgers.ledger(device.point()).mayFeed(now));
    }
  }

  /**
   * True when a wish must be paid for: the device cannot be doing it yet, or what it may be doing
   * ends by itself and a limit is exceeded until then.
   */
  boolean raises(Desired wish) {
    return raisesDraw(wish) || raisesFeed(wish);
  }

  private boolean raisesDraw(Desired wish) {
    Current wished = wish.allowance().draw();
    return wished.isMoreThan(of(wish, draws))
        || wished.isMoreThan(inForce(wish).draw()) && !fits(wish, draws, drawLimits);
  }

  private boolean raisesFeed(Desired wish) {
    Current wished = wish.allowance().feed();
    return wished.isMoreThan(of(wish, feeds))
        || wished.isMoreThan(inForce(wish).feed()) && !fits(wish, feeds, feedLimits);
  }

  private Allowance inForce(Desired wish) {
    return ledgers.ledger(wish.point()).expected(now);
  }

  /** True when the device may be doing more than an allowance in one of the directions. */
  boolean exceeds(Desired wish, Allowance allowance) {
    return of(wish, draws).isMoreThan(allowance.draw())
        || of(wish, feeds).isMoreThan(allowance.feed());
  }

  boolean isOverdrawn(Desired wish) {
    return !fits(wish, draws, drawLimits) || !fits(wish, feeds, feedLimits);
  }

  /** Sets room aside for a wish, or leaves everything as it was and says false. */
  boolean reserve(Desired wish) {
    boolean raisesDraw = raisesDraw(wish);
    boolean raisesFeed = raisesFeed(wish);
    Current drawBefore = of(wish, draws);
    Current feedBefore = of(wish, feeds);
    draws.merge(wish.point(), wish.allowance().draw(), Current::max);
    feeds.merge(wish.point(), wish.allowance().feed(), Current::max);
    boolean drawFits = !raisesDraw || fits(wish, draws, drawLimits);
    boolean feedFits = !raisesFeed || fits(wish, feeds, feedLimits);
    if (drawFits && feedFits) {
      return true;
    }
    draws.put(wish.point(), drawBefore);
    feeds.put(wish.point(), feedBefore);
    return false;
  }

  private boolean fits(Desired wish, Map<ControlPoint, Current> currents, List<Limit> limits) {
    for (Limit limit : limits) {
      if (limit.timesCounted(wish.circuit(), wish.phases()) > 0
          && sum(currents, limit) > limit.room()) {
        return false;
      }
    }
    return true;
  }

  private static Current of(Desired device, Map<ControlPoint, Current> currents) {
    return currents.getOrDefault(device.point(), Current.ZERO);
  }

  private long sum(Map<ControlPoint, Current> currents, Limit limit) {
    long sum = 0;
    for (Desired device : devices) {
      sum +=
          limit.timesCounted(device.circuit(), device.phases()) * of(device, currents).milliamps();
    }
    return sum;
  }
}
