package energy.setpoint.core.control.guard;

import energy.setpoint.core.order.Manner;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.quantity.Current;

/** What an order makes of the wish of a vehicle. */
final class OrderedWish {

  private OrderedWish() {}

  /** Over how many phases the vehicle will spread its power. */
  static int phases(Manner manner, int seen) {
    return manner instanceof Manner.OnPhases on ? on.phases() : seen;
  }

  static Wish of(StandingOrder order, Wish free) {
    return switch (order.manner()) {
      case Manner.ActByItself act ->
          new Wish(
              act.most(),
              free.urgency(),
              "by order: "
                  + act.mode().getClass().getSimpleName()
                  + " until "
                  + order.validity().end());
      case Manner.OnPhases on ->
          new Wish(
              free.perPhase().max(Current.ZERO),
              free.urgency(),
              free.reason() + "; by order: on " + on.phases() + " phase(s)");
      case Manner.EachPhase each ->
          new Wish(
              free.perPhase().max(Current.ZERO).min(each.highest()),
              free.urgency(),
              free.reason() + "; by order: at most " + each.most() + " by phase");
    };
  }
}
