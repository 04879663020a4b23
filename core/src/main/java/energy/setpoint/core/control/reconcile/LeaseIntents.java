package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.control.book.OrderBook;
import energy.setpoint.core.control.book.PhaseBook;
import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says a lease as an intent: as an operator ordered, else as a ceiling, or as a setpoint where the
 * vehicle may feed back. Where the station can, a setpoint is installed once and then moved by
 * short messages, for as long as each is accepted; after a failure, a reconnect or another vehicle
 * it is installed anew. Confined to the engine's loop.
 */
final class LeaseIntents {

  private final Voltage voltage;
  private final ChargerGateway chargers;
  private final OrderBook orders;
  private final PhaseBook phases;

  /** The transactions whose setpoint can be moved. */
  private final Map<EvseRef, String> movable = new HashMap<>();

  LeaseIntents(Voltage voltage, ChargerGateway chargers, OrderBook orders, PhaseBook phases) {
    this.voltage = voltage;
    this.chargers = chargers;
    this.orders = orders;
    this.phases = phases;
  }

  EvseIntent of(
      Evse evse,
      ChargingSession session,
      DeviceLedger ledger,
      DeviceLedger.Lease lease,
      Instant now) {
    return orders
        .findInForce(evse.ref(), session.transactionId(), now)
        .flatMap(order -> OrderedIntent.find(order, evse, voltage, lease, now))
        .or(() -> onChosenPhases(evse, session, lease, now))
        .orElseGet(() -> usual(evse, session, ledger, lease, now));
  }

  private Optional<EvseIntent> onChosenPhases(
      Evse evse, ChargingSession session, DeviceLedger.Lease lease, Instant now) {
    OptionalInt chosen = phases.find(evse.ref());
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SwitchPhases(
                evse.ref(),
                session.transactionId(),
                new Ceiling(lease.allowance().draw(), chosen.getAsInt(), voltage),
                Optional.empty(),
                new Interval(now, lease.until())));
  }

  private EvseIntent usual(
      Evse evse,
      ChargingSession session,
      DeviceLedger ledger,
      DeviceLedger.Lease lease,
      Instant now) {
    EvseRef ref = evse.ref();
    String transaction = session.transactionId();
    Interval validity = new Interval(now, lease.until());
    Ceiling ceiling = new Ceiling(lease.allowance().draw(), evse.phases(), voltage);
    if (!evse.bidirectional() || !session.need().mayDischarge()) {
      return new CapPower(ref, transaction, ceiling, validity);
    }
    Setpoint setpoint = new Setpoint(lease.allowance().signed().at(voltage, evse.phases()));
    return canBeMoved(ref, transaction, ledger, now)
        ? new AdjustSetpoint(ref, transaction, setpoint, ceiling, validity)
        : new FollowSetpoint(
            ref, transaction, setpoint, ceiling, chargers.pace(ref.station()), validity);
  }

  private boolean canBeMoved(EvseRef evse, String transaction, DeviceLedger ledger, Instant now) {
    return transaction.equals(movable.get(evse))
        && chargers.pace(evse.station()) == Pace.FAST
        && ledger.findConfirmed(now).isPresent()
        && !ledger.isRenewalDemanded();
  }

  /** A setpoint that was installed as it was meant can be moved from now on. */
  void answered(EvseIntent intent, IntentOutcome outcome) {
    orders.answered(intent, outcome, chargers.isConnected(intent.station()));
    switch (intent) {
      case SwitchPhases it when isRefused(it, outcome) -> {
        phases.refused(it.evse());
        movable.remove(it.evse());
      }
      case FollowSetpoint follow when isFast(follow, outcome) ->
          movable.put(follow.evse(), follow.transactionId());
      case AdjustSetpoint _ when outcome instanceof IntentOutcome.Accepted -> {}
      case EvseIntent other -> movable.remove(other.evse());
    }
  }

  /** A station that is away has refused nothing. */
  private boolean isRefused(SwitchPhases intent, IntentOutcome outcome) {
    return outcome instanceof IntentOutcome.Refused
        || outcome instanceof IntentOutcome.NotSent && chargers.isConnected(intent.station());
  }

  private static boolean isFast(FollowSetpoint follow, IntentOutcome outcome) {
    return follow.pace() == Pace.FAST
        && outcome instanceof IntentOutcome.Accepted accepted
        && accepted.losses().isEmpty();
  }
}
