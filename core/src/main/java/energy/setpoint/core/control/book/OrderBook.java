package energy.setpoint.core.control.book;

import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What operators ordered for EVSEs: orders that stand, and room that is set aside for what has yet
 * to be sent. Written in the engine's loop; what is only asked may be asked from any thread.
 */
public final class OrderBook {

  private static final System.Logger LOG = System.getLogger(OrderBook.class.getName());

  /** Others need this long to give way before an order begins. */
  private static final Duration LEAD = Duration.ofMinutes(1);

  private final Map<EvseRef, StandingOrder> standing = new ConcurrentHashMap<>();
  private final Map<EvseRef, StandingOrder> carriedOut = new ConcurrentHashMap<>();
  private final Map<EvseRef, CompletableFuture<IntentOutcome>> untold = new HashMap<>();
  private final Map<EvseRef, Allowance> claims = new HashMap<>();
  private final Map<EvseRef, String> lapses = new HashMap<>();

  /**
   * Takes the place of what stood for the EVSE.
   *
   * @return what the station answers when it is told first; never when the order ends before that
   */
  public CompletableFuture<IntentOutcome> place(StandingOrder order) {
    lapses.remove(order.evse());
    carriedOut.remove(order.evse());
    standing.put(order.evse(), order);
    CompletableFuture<IntentOutcome> first = new CompletableFuture<>();
    untold.put(order.evse(), first);
    return first;
  }

  /** Takes up an order from before a restart, which nobody waits for any more. */
  public void resume(StandingOrder order) {
    standing.put(order.evse(), order);
  }

  /** Empty when nothing stood. */
  public Optional<StandingOrder> lift(EvseRef evse) {
    carriedOut.remove(evse);
    untold.remove(evse);
    return Optional.ofNullable(standing.remove(evse));
  }

  /** Whether it has begun or not. */
  public Optional<StandingOrder> find(EvseRef evse) {
    return Optional.ofNullable(standing.get(evse));
  }

  /** Whether they have begun or not. */
  public List<StandingOrder> list() {
    return List.copyOf(standing.values());
  }

  /** What a transaction is to be held by now. */
  public Optional<StandingOrder> findInForce(EvseRef evse, String transactionId, Instant now) {
    return find(evse)
        .filter(order -> order.transactionId().equals(transactionId))
        .filter(order -> order.validity().contains(now));
  }

  /** What the station has confirmed and nothing has replaced since. */
  public Optional<StandingOrder> findCarriedOut(EvseRef evse) {
    return Optional.ofNullable(carriedOut.get(evse));
  }

  /** Why the station ended an order before its time; empty when none was. */
  public Optional<String> findLapse(EvseRef evse) {
    return Optional.ofNullable(lapses.get(evse));
  }

  /** The transaction is over, and what is told about it. */
  public void forgetLapse(EvseRef evse) {
    lapses.remove(evse);
  }

  /** Sets room aside for what an EVSE will soon be let do. */
  public void claim(EvseRef evse, Allowance room) {
    claims.put(evse, room);
  }

  public void unclaim(EvseRef evse) {
    claims.remove(evse);
  }

  public boolean hasClaim(EvseRef evse) {
    return claims.containsKey(evse);
  }

  /** The room that is kept for an EVSE, for an order that stands or is on its way. */
  public Allowance claimOf(Evse evse, Voltage voltage, Instant now) {
    Allowance soon = claims.getOrDefault(evse.ref(), Allowance.NOTHING);
    return find(evse.ref())
        .filter(order -> order.validity().end().isAfter(now))
        .filter(order -> !order.validity().start().minus(LEAD).isAfter(now))
        .map(order -> boundsOf(order, evse, voltage))
        .map(bounds -> either(bounds, soon))
        .orElse(soon);
  }

  /** What an order lets an EVSE do by itself; nothing when the guard goes on to decide. */
  public static Allowance boundsOf(StandingOrder order, Evse evse, Voltage voltage) {
    return switch (order.manner()) {
      case Manner.ActByItself act -> act.bounds(evse, voltage);
      case Manner.OnPhases _, Manner.EachPhase _ -> Allowance.NOTHING;
    };
  }

  private static Allowance either(Allowance one, Allowance other) {
    return new Allowance(one.draw().max(other.draw()), one.feed().max(other.feed()));
  }

  /**
   * A station answered to a limit. One that refuses an order is not told it again.
   *
   * @param connected whether the station is there, so that it cannot do what was not sent
   */
  public void answered(EvseIntent intent, IntentOutcome outcome, boolean connected) {
    Optional<StandingOrder> order = find(intent.evse()).filter(it -> says(intent, it));
    if (order.isEmpty()) {
      if (outcome instanceof IntentOutcome.Accepted) {
        carriedOut.remove(intent.evse());
      }
      return;
    }
    Optional<CompletableFuture<IntentOutcome>> first =
        Optional.ofNullable(untold.remove(intent.evse()));
    switch (outcome) {
      case IntentOutcome.Accepted _ -> carriedOut.put(intent.evse(), order.get());
      case IntentOutcome.Unanswered _ -> {}
      case IntentOutcome.Refused it -> end(order.get(), it.reason(), first.isEmpty());
      case IntentOutcome.NotSent it -> {
        if (first.isPresent() || connected) {
          end(order.get(), it.reason(), first.isEmpty());
        }
      }
    }
    first.ifPresent(it -> it.complete(outcome));
  }

  private void end(StandingOrder order, String reason, boolean unheard) {
    lift(order.evse());
    if (unheard) {
      lapses.put(order.evse(), reason);
    }
    LOG.log(System.Logger.Level.WARNING, "{0} ends before its time: {1}", order, reason);
  }

  private static boolean says(EvseIntent intent, StandingOrder order) {
    return switch (order.manner()) {
      case Manner.ActByItself act ->
          intent instanceof Operate it
              && it.transactionId().equals(order.transactionId())
              && it.mode().equals(act.mode())
              && it.ceiling().perPhase().equals(act.most());
      case Manner.OnPhases phases ->
          intent instanceof SwitchPhases it
              && it.transactionId().equals(order.transactionId())
              && it.ceiling().phases() == phases.phases()
              && it.onto().equals(phases.onto());
      case Manner.EachPhase each ->
          intent instanceof CapPhases it
              && it.transactionId().equals(order.transactionId())
              && each.covers(it.most());
    };
  }
}
