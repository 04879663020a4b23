package energy.setpoint.core.control.order;

import energy.setpoint.core.control.book.OrderBook;
import energy.setpoint.core.control.guard.FuseCheck;
import energy.setpoint.core.control.guard.Look;
import energy.setpoint.core.control.guard.Overload;
import energy.setpoint.core.control.order.OrderResult.Impossible;
import energy.setpoint.core.control.order.OrderResult.TooMuch;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Holds back what lets EVSEs do more than our limits until everybody else has given way, and gives
 * up after a minute. What can never fit is refused at once. Confined to the engine's loop.
 */
final class RoomFirst {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final OrderBook orders;
  private final FuseCheck fuses;
  private final List<Waiting> waiting = new ArrayList<>();

  /**
   * @param obstacle why it can no longer be sent; empty as long as it can
   */
  private record Waiting(
      Map<EvseRef, Allowance> claims,
      Instant since,
      Supplier<List<String>> obstacle,
      Consumer<CompletableFuture<OrderResult>> send,
      CompletableFuture<OrderResult> result) {}

  RoomFirst(OrderBook orders, FuseCheck fuses) {
    this.orders = orders;
    this.fuses = fuses;
  }

  /**
   * @param claims what the EVSEs may come to do
   * @param obstacles why it can no longer be sent; empty as long as it can
   * @param send must enter into the ledgers what it lets the EVSEs do
   */
  CompletionStage<OrderResult> submit(
      Map<EvseRef, Allowance> claims,
      Supplier<List<String>> obstacles,
      Consumer<CompletableFuture<OrderResult>> send,
      Look look) {
    List<Overload> never = fuses.afterOthersGaveWay(claims, look);
    if (!never.isEmpty()) {
      return CompletableFuture.completedFuture(new TooMuch(never));
    }
    for (EvseRef evse : claims.keySet()) {
      if (orders.hasClaim(evse)) {
        return CompletableFuture.completedFuture(
            new Impossible("Room is being made for " + evse + " already."));
      }
    }
    claims.forEach(orders::claim);
    CompletableFuture<OrderResult> result = new CompletableFuture<>();
    waiting.add(new Waiting(claims, look.now(), obstacles, send, result));
    tick(look);
    return result;
  }

  void tick(Look look) {
    for (Waiting each : List.copyOf(waiting)) {
      List<String> obstacles = each.obstacle().get();
      List<Overload> overloads = fuses.asThingsAre(each.claims(), look);
      if (!obstacles.isEmpty()) {
        leave(each);
        each.result().complete(new Impossible(obstacles.getFirst()));
      } else if (overloads.isEmpty()) {
        each.send().accept(each.result());
        leave(each);
      } else if (look.now().isAfter(each.since().plus(PATIENCE))) {
        leave(each);
        each.result().complete(new TooMuch(overloads));
      }
    }
  }

  private void leave(Waiting each) {
    waiting.remove(each);
    each.claims().keySet().forEach(orders::unclaim);
  }
}
