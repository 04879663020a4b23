package energy.setpoint.core.control.order;

import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.book.OrderBook;
import energy.setpoint.core.control.guard.FuseCheck;
import energy.setpoint.core.control.guard.Look;
import energy.setpoint.core.control.guard.Overload;
import energy.setpoint.core.control.order.OrderResult.Answered;
import energy.setpoint.core.control.order.OrderResult.Impossible;
import energy.setpoint.core.control.order.OrderResult.Taken;
import energy.setpoint.core.control.order.OrderResult.TooMuch;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes orders that stand for a while, and ends them: at their end, with their transaction, or when
 * somebody lifts them. Guard and reconciler carry them out. Confined to the engine's loop.
 */
final class StandingOrders {

  private static final System.Logger LOG = System.getLogger(StandingOrders.class.getName());

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Site site;
  private final Books books;
  private final OrderBook orders;
  private final Reconciler ledgers;
  private final FuseCheck fuses;
  private final ChargerGateway chargers;
  private final Map<EvseRef, Pending> pending = new HashMap<>();
  private final Map<EvseRef, Optional<StandingOrder>> begun = new HashMap<>();

  private record Pending(
      StandingOrder order, Instant since, CompletableFuture<OrderResult> result) {}

  StandingOrders(
      Site site, Books books, Reconciler ledgers, FuseCheck fuses, ChargerGateway chargers) {
    this.site = site;
    this.books = books;
    this.orders = books.orders();
    this.ledgers = ledgers;
    this.fuses = fuses;
    this.chargers = chargers;
  }

  CompletionStage<OrderResult> take(Order.Stand wanted, Look look) {
    Evse evse = site.findEvse(wanted.evse()).orElseThrow();
    Optional<ChargingSession> session = books.sessions().find(wanted.evse());
    if (session.isEmpty()) {
      return impossible("No transaction runs at EVSE " + wanted.evse() + ".");
    }
    if (!wanted.validity().end().isAfter(look.now())) {
      return impossible(
          "The order would end at %s, but it is %s."
              .formatted(wanted.validity().end(), look.now()));
    }
    Optional<String> obstacle =
        OrderRules.findObstacle(wanted.manner(), evse, session.get(), site.voltage());
    if (obstacle.isPresent()) {
      return impossible(obstacle.get());
    }
    return place(
        new StandingOrder(
            wanted.evse(), session.get().transactionId(), wanted.manner(), wanted.validity()),
        look);
  }

  private CompletionStage<OrderResult> place(StandingOrder order, Look look) {
    List<Overload> overloads = fuses.afterOthersGaveWay(claims(order), look);
    boolean now = !order.validity().start().isAfter(look.now());
    if (!overloads.isEmpty()) {
      return CompletableFuture.completedFuture(new TooMuch(overloads));
    }
    if (now && !chargers.isConnected(order.evse().station())) {
      return CompletableFuture.completedFuture(
          new Answered(new IntentOutcome.NotSent(order.evse().station() + " is not connected.")));
    }
    giveUp(order.evse(), "Another order took the place of this one.");
    CompletableFuture<IntentOutcome> first = orders.place(order);
    if (!now) {
      return CompletableFuture.completedFuture(new Taken());
    }
    CompletableFuture<OrderResult> result = new CompletableFuture<>();
    pending.put(order.evse(), new Pending(order, look.now(), result));
    var unused =
        first.thenAccept(outcome -> {
          pending.remove(order.evse());
          result.complete(new Answered(outcome));
        });
    return result;
  }

  /** What all orders may come to do at the same time, this one and those that begin later. */
  private Map<EvseRef, Allowance> claims(StandingOrder order) {
    Map<EvseRef, Allowance> claims = new HashMap<>();
    orders.list().forEach(other -> claims.put(other.evse(), bounds(other)));
    Allowance bounds = bounds(order);
    if (bounds.equals(Allowance.NOTHING)) {
      return Map.of();
    }
    claims.put(order.evse(), bounds);
    return claims;
  }

  private Allowance bounds(StandingOrder order) {
    return OrderBook.boundsOf(order, site.findEvse(order.evse()).orElseThrow(), site.voltage());
  }

  CompletionStage<OrderResult> take(Order.Lift wanted) {
    giveUp(wanted.evse(), "The order was lifted.");
    return orders
        .lift(wanted.evse())
        .<CompletionStage<OrderResult>>map(_ -> CompletableFuture.completedFuture(new Taken()))
        .orElseGet(() -> impossible("Nothing is ordered for EVSE " + wanted.evse() + "."));
  }

  /** Called before each look: the guard then finds only what holds. */
  void tick(Look look) {
    orders.list().forEach(order -> endIfOver(order, look.now()));
    site.evses().map(Evse::ref).forEach(evse -> turn(evse, look.now()));
    for (Pending each : List.copyOf(pending.values())) {
      if (look.now().isAfter(each.since().plus(PATIENCE))
          && !ledgers.ledger(each.order().evse()).isAwaitingAnswer()) {
        noRoom(each, look);
      }
    }
  }

  private void endIfOver(StandingOrder order, Instant now) {
    boolean running =
        books
            .sessions()
            .find(order.evse())
            .filter(session -> session.transactionId().equals(order.transactionId()))
            .isPresent();
    if (!running || !now.isBefore(order.validity().end())) {
      LOG.log(
          System.Logger.Level.INFO,
          "{0} is over, {1}",
          order,
          running ? "as ordered" : "with its transaction");
      giveUp(order.evse(), "Its time or its transaction is over.");
      orders.lift(order.evse());
    }
  }

  /**
   * When an order begins or ends the station is told at once, though the limit be the same. Nothing
   * else may be on the way, or its confirmation would pass for this one's.
   */
  private void turn(EvseRef evse, Instant now) {
    Optional<StandingOrder> current =
        books
            .sessions()
            .find(evse)
            .flatMap(it -> orders.findInForce(evse, it.transactionId(), now));
    DeviceLedger ledger = ledgers.ledger(evse);
    if (!current.equals(begun.getOrDefault(evse, Optional.empty())) && !ledger.isAwaitingAnswer()) {
      begun.put(evse, current);
      current
          .filter(order -> order.manner() instanceof Manner.OnPhases)
          .ifPresent(order -> books.stations().expectOtherPhases(evse));
      ledger.demandRenewal();
    }
  }

  private void noRoom(Pending each, Look look) {
    List<Overload> overloads = fuses.asThingsAre(claims(each.order()), look);
    pending.remove(each.order().evse());
    orders.lift(each.order().evse());
    each.result()
        .complete(
            overloads.isEmpty()
                ? new Impossible("The turn of the order did not come within " + PATIENCE + ".")
                : new TooMuch(overloads));
  }

  private void giveUp(EvseRef evse, String reason) {
    Pending waiting = pending.remove(evse);
    if (waiting != null) {
      waiting.result().complete(new Impossible(reason));
    }
  }

  private static CompletionStage<OrderResult> impossible(String reason) {
    return CompletableFuture.completedFuture(new Impossible(reason));
  }
}
