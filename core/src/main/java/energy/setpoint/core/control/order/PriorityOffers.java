package energy.setpoint.core.control.order;

import energy.setpoint.core.control.guard.Look;
import energy.setpoint.core.control.order.OrderResult.Answered;
import energy.setpoint.core.control.reconcile.Dispatcher;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Installs priority profiles. From then on a driver may go up to them at the station before anybody
 * is told (K22.FR.02), so every EVSE of the station counts with that, always. Confined to the
 * engine's loop.
 */
final class PriorityOffers {

  private final Site site;
  private final Reconciler ledgers;
  private final RoomFirst room;
  private final Dispatcher dispatcher;
  private final Duration settleTime;
  private final InstantSource clock;

  PriorityOffers(
      Site site,
      Reconciler ledgers,
      RoomFirst room,
      Dispatcher dispatcher,
      Duration settleTime,
      InstantSource clock) {
    this.site = site;
    this.ledgers = ledgers;
    this.room = room;
    this.dispatcher = dispatcher;
    this.settleTime = settleTime;
    this.clock = clock;
  }

  CompletionStage<OrderResult> take(Order.OfferPriority order, Look look) {
    Station station = site.findStation(order.station()).orElseThrow();
    Map<EvseRef, Allowance> claims = new HashMap<>();
    for (Evse evse : station.evses()) {
      claims.put(evse.ref(), new Allowance(order.most().min(evse.maximum()), Current.ZERO));
    }
    return room.submit(claims, List::of, result -> send(station, order.most(), result), look);
  }

  /** Needs no room, for each EVSE counts with its fallback anyway. */
  CompletionStage<OrderResult> take(Order.WithdrawPriority order) {
    Station station = site.findStation(order.station()).orElseThrow();
    CompletableFuture<OrderResult> result = new CompletableFuture<>();
    send(station, station.fallback(), result);
    return result;
  }

  private void send(Station station, Current most, CompletableFuture<OrderResult> result) {
    Map<EvseRef, Current> before = new HashMap<>();
    for (Evse evse : station.evses()) {
      DeviceLedger ledger = ledgers.ledger(evse.ref());
      before.put(evse.ref(), ledger.offered());
      ledger.offer(ledger.offered().max(most.min(evse.maximum())));
    }
    int phases = station.evses().stream().mapToInt(Evse::phases).max().orElse(3);
    Ceiling ceiling = new Ceiling(most, phases, site.voltage());
    dispatcher.order(
        new OfferPriority(station.id(), ceiling),
        outcome -> {
          station.evses().forEach(evse -> enter(evse, most, before, outcome));
          result.complete(new Answered(outcome));
        });
  }

  private void enter(Evse evse, Current most, Map<EvseRef, Current> before, IntentOutcome outcome) {
    DeviceLedger ledger = ledgers.ledger(evse.ref());
    Current old = before.getOrDefault(evse.ref(), Current.ZERO);
    switch (outcome) {
      case IntentOutcome.Accepted it -> {
        ledger.settle(new Allowance(old, Current.ZERO), clock.instant().plus(settleTime));
        ledger.offer(it.mayDraw().map(most::max).orElse(most).min(evse.maximum()));
      }
      case IntentOutcome.Unanswered _ -> {}
      case IntentOutcome.Refused _, IntentOutcome.NotSent _ -> ledger.offer(old);
    }
  }
}
