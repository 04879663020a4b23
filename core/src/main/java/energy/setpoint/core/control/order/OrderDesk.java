package energy.setpoint.core.control.order;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.OrderCounters;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.guard.FuseCheck;
import energy.setpoint.core.control.guard.Look;
import energy.setpoint.core.control.reconcile.Dispatcher;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Site;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Takes the orders of operators into the loop, and tells them what became of each. */
public final class OrderDesk {

  private static final System.Logger LOG = System.getLogger(OrderDesk.class.getName());

  private final Books books;
  private final RoomFirst room;
  private final PriorityOrders priorities;
  private final PriorityOffers offers;
  private final PlainOrders plain;
  private final StandingOrders standing;
  private final ControlCounters counters;
  private final Executor loop;
  private Look last;

  /**
   * @param settleTime from a lower limit until a vehicle has followed
   * @param loop runs what came from outside
   */
  public OrderDesk(
      Site site,
      Books books,
      Reconciler ledgers,
      FuseCheck fuses,
      Dispatcher dispatcher,
      ChargerGateway chargers,
      ControlCounters counters,
      Duration settleTime,
      InstantSource clock,
      Executor loop) {
    this.books = books;
    this.room = new RoomFirst(books.orders(), fuses);
    this.priorities =
        new PriorityOrders(site, books, ledgers, fuses, room, dispatcher, settleTime, clock);
    this.offers = new PriorityOffers(site, ledgers, room, dispatcher, settleTime, clock);
    this.plain = new PlainOrders(site, books, dispatcher, clock);
    this.standing = new StandingOrders(site, books, ledgers, fuses, chargers);
    this.counters = counters;
    this.loop = loop;
    this.last =
        new Look(clock.instant(), Map.of(), site.grid().importLimit(), site.grid().exportLimit());
  }

  /**
   * Safe to call from any thread.
   *
   * @return completes in the loop; exceptionally only for a fault of this program
   */
  public CompletionStage<OrderResult> submit(Order order) {
    CompletableFuture<OrderResult> result = new CompletableFuture<>();
    loop.execute(() -> start(order, result));
    return result;
  }

  private void start(Order order, CompletableFuture<OrderResult> result) {
    try {
      var unused =
          take(order)
              .thenAccept(known -> {
                count(known);
                LOG.log(
                    isDone(known) ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                    "By order, {0}: {1}",
                    order,
                    known);
                result.complete(known);
              });
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "An order could not be taken: " + order, e);
      result.completeExceptionally(e);
    }
  }

  private CompletionStage<OrderResult> take(Order order) {
    return switch (order) {
      case Order.Prioritize it -> priorities.take(it, last);
      case Order.OfferPriority it -> offers.take(it, last);
      case Order.WithdrawPriority it -> offers.take(it);
      case Order.CapStation it -> plain.take(it);
      case Order.UncapStation it -> plain.take(it);
      case Order.AllowServices it -> plain.take(it);
      case Order.CallReserve it -> plain.take(it);
      case Order.Stand it -> standing.take(it, last);
      case Order.Lift it -> standing.take(it);
    };
  }

  private void count(OrderResult result) {
    switch (result) {
      case OrderResult.Answered it -> counters.orders().count(it.outcome());
      case OrderResult.Taken _ -> counters.orders().count(OrderCounters.Result.TAKEN);
      case OrderResult.TooMuch _ -> counters.orders().count(OrderCounters.Result.TOO_MUCH);
      case OrderResult.Impossible _ -> counters.orders().count(OrderCounters.Result.IMPOSSIBLE);
    }
  }

  private static boolean isDone(OrderResult result) {
    return result instanceof OrderResult.Taken
        || result instanceof OrderResult.Answered it
            && it.outcome() instanceof IntentOutcome.Accepted;
  }

  /** Called in the loop before each look at the fuses. */
  public void tick(Look look) {
    last = look;
    standing.tick(look);
    room.tick(look);
    priorities.tick(look);
  }

  /** What stands, whether it has begun or not. Safe to call from any thread. */
  public List<StandingOrder> list() {
    return books.orders().list();
  }

  /** Whether the station has confirmed it. Safe to call from any thread. */
  public boolean isCarriedOut(StandingOrder order) {
    return books.orders().findCarriedOut(order.evse()).equals(Optional.of(order));
  }
}
