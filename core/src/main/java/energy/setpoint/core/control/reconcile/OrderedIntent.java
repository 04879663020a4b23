package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.control.book.OrderBook;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.time.Interval;
import java.time.Instant;
import java.util.Optional;

/** Says a lease in the manner that an operator ordered. */
final class OrderedIntent {

  private OrderedIntent() {}

  /**
   * @param order in force now
   * @return empty when the fuses do not bear the order now, so that a plain limit must do
   */
  static Optional<EvseIntent> find(
      StandingOrder order, Evse evse, Voltage voltage, DeviceLedger.Lease lease, Instant now) {
    Instant orderEnd = order.validity().end();
    Interval validity =
        new Interval(now, lease.until().isBefore(orderEnd) ? lease.until() : orderEnd);
    String transaction = order.transactionId();
    Current draw = lease.allowance().draw();
    return switch (order.manner()) {
      case Manner.ActByItself act ->
          Optional.of(lease.allowance())
              .filter(it -> it.equals(OrderBook.boundsOf(order, evse, voltage)))
              .map(_ -> new Ceiling(act.most(), evse.phases(), voltage))
              .map(most -> new Operate(evse.ref(), transaction, act.mode(), most, validity));
      case Manner.OnPhases on ->
          Optional.of(new Ceiling(draw, on.phases(), voltage))
              .map(most -> new SwitchPhases(evse.ref(), transaction, most, on.onto(), validity));
      case Manner.EachPhase each ->
          Optional.of(each.most().stream().map(draw::min).toList())
              .map(most -> new CapPhases(evse.ref(), transaction, most, voltage, validity));
    };
  }
}
