package energy.setpoint.core.control.order;

import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.guard.FuseCheck;
import energy.setpoint.core.control.guard.Look;
import energy.setpoint.core.control.guard.Overload;
import energy.setpoint.core.control.order.OrderResult.Answered;
import energy.setpoint.core.control.order.OrderResult.Impossible;
import energy.setpoint.core.control.reconcile.Dispatcher;
import energy.setpoint.core.event.PriorityChanged;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.Overruling;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Gives transactions priority, and takes it back where a fuse no longer bears it. No limit of ours
 * holds an EVSE with priority (K21.FR.04), so it counts with its hardware maximum from the moment
 * the station is told, whatever it answers. Confined to the engine's loop.
 */
final class PriorityOrders {

  private static final System.Logger LOG = System.getLogger(PriorityOrders.class.getName());

  /**
   * A load that lasts less is a start of the engine or a meter that was silent for a moment; others
   * give way at once.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Site site;
  private final Books books;
  private final Reconciler ledgers;
  private final FuseCheck fuses;
  private final RoomFirst room;
  private final Dispatcher dispatcher;
  private final Duration settleTime;
  private final InstantSource clock;
  private final Map<EvseRef, Instant> tooMuchSince = new HashMap<>();

  /**
   * @param settleTime from the end of a priority until a vehicle has followed its limit again
   */
  PriorityOrders(
      Site site,
      Books books,
      Reconciler ledgers,
      FuseCheck fuses,
      RoomFirst room,
      Dispatcher dispatcher,
      Duration settleTime,
      InstantSource clock) {
    this.site = site;
    this.books = books;
    this.ledgers = ledgers;
    this.fuses = fuses;
    this.room = room;
    this.dispatcher = dispatcher;
    this.settleTime = settleTime;
    this.clock = clock;
  }

  CompletionStage<OrderResult> take(Order.Prioritize order, Look look) {
    Optional<ChargingSession> session = books.sessions().find(order.evse());
    if (session.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Impossible("No transaction runs at EVSE " + order.evse() + "."));
    }
    String transaction = session.get().transactionId();
    CompletableFuture<OrderResult> result = new CompletableFuture<>();
    if (!order.priority()) {
      end(order.evse(), transaction, result);
      return result;
    }
    return room.submit(
        Map.of(order.evse(), all(order.evse())),
        () -> obstacles(order.evse(), transaction),
        sent -> give(order.evse(), transaction, sent),
        look);
  }

  private Allowance all(EvseRef evse) {
    Current maximum = site.findEvse(evse).map(Evse::maximum).orElse(Current.ZERO);
    return new Allowance(maximum, Current.ZERO);
  }

  private List<String> obstacles(EvseRef evse, String transaction) {
    return isRunning(evse, transaction)
        ? List.of()
        : List.of("Transaction " + transaction + " at EVSE " + evse + " has ended.");
  }

  private boolean isRunning(EvseRef evse, String transaction) {
    return books
        .sessions()
        .find(evse)
        .filter(session -> session.transactionId().equals(transaction))
        .isPresent();
  }

  private void give(EvseRef evse, String transaction, CompletableFuture<OrderResult> result) {
    ledgers.ledger(evse).overrule(Overruling.PRIORITY);
    dispatcher.order(
        new PrioritizeCharging(evse, transaction, true),
        outcome -> {
          given(evse, transaction, outcome);
          result.complete(new Answered(outcome));
        });
  }

  /** Without an answer it may have priority. */
  private void given(EvseRef evse, String transaction, IntentOutcome outcome) {
    if (!isRunning(evse, transaction)) {
      return;
    }
    switch (outcome) {
      case IntentOutcome.Accepted _ -> note(evse, transaction, true);
      case IntentOutcome.Unanswered _ -> {}
      case IntentOutcome.Refused _, IntentOutcome.NotSent _ -> {
        if (!books.stations().hasPriority(evse)) {
          obeysAgain(evse);
        }
      }
    }
  }

  private void end(EvseRef evse, String transaction, CompletableFuture<OrderResult> result) {
    dispatcher.order(
        new PrioritizeCharging(evse, transaction, false),
        outcome -> {
          if (outcome instanceof IntentOutcome.Accepted && isRunning(evse, transaction)) {
            note(evse, transaction, false);
            obeysAgain(evse);
          }
          result.complete(new Answered(outcome));
        });
  }

  /** The station tells the same once more (K21.FR.05, K21.FR.08). */
  private void note(EvseRef evse, String transaction, boolean priority) {
    books.stations().saw(new PriorityChanged(evse, clock.instant(), transaction, priority));
  }

  private void obeysAgain(EvseRef evse) {
    ledgers.ledger(evse).obeysAgain(Overruling.PRIORITY, clock.instant(), settleTime);
  }

  /** Takes priority back where others, whom nobody can tell anything, came to take more. */
  void tick(Look look) {
    for (ChargingSession session : books.sessions().open()) {
      EvseRef evse = session.evse();
      boolean prioritized = ledgers.ledger(evse).overrulings().contains(Overruling.PRIORITY);
      List<Overload> overloads =
          prioritized ? fuses.afterOthersGaveWay(Map.of(evse, all(evse)), look) : List.of();
      if (overloads.isEmpty()) {
        tooMuchSince.remove(evse);
      } else {
        withdrawIfItLasts(session, overloads, look.now());
      }
    }
  }

  private void withdrawIfItLasts(ChargingSession session, List<Overload> overloads, Instant now) {
    EvseRef evse = session.evse();
    Instant since = tooMuchSince.computeIfAbsent(evse, _ -> now);
    if (!now.isBefore(since.plus(PATIENCE))) {
      tooMuchSince.put(evse, now);
      LOG.log(
          System.Logger.Level.WARNING,
          "Takes back the priority of transaction {0} at {1}: {2}",
          session.transactionId(),
          evse,
          overloads);
      end(evse, session.transactionId(), new CompletableFuture<>());
    }
  }
}
