package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.LeasedIntent;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.gateway.memory.IntentProgress;
import energy.setpoint.ocpp.gateway.memory.Slot;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.RpcEndpoint;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.rpc.turn.Mailbox;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Carries out the intents for one connection, one after the other, so that the messages of two
 * intents never mingle. New intents go before those that are sent again, and none whose lease has
 * ended meanwhile goes at all.
 */
final class IntentQueue {

  private final KnownStation station;
  private final OcppDialect dialect;
  private final StationContext context;
  private final RpcEndpoint endpoint;
  private final Mailbox mailbox;
  private final int limit;
  private final AtomicInteger open = new AtomicInteger();
  private final Queue<Errand> waiting = new ArrayDeque<>();
  private final Queue<Resend> resends = new ArrayDeque<>();

  /** By what it was told; gone where an answer was missed since. */
  private final Map<Slot, List<OutboundCall>> accepted = new HashMap<>();

  private boolean busy;

  IntentQueue(
      KnownStation station,
      OcppDialect dialect,
      StationContext context,
      RpcEndpoint endpoint,
      Transport transport,
      int limit) {
    this.station = station;
    this.dialect = dialect;
    this.context = context;
    this.endpoint = endpoint;
    this.limit = limit;
    this.mailbox = new Mailbox(transport::execute, station::survive);
  }

  CompletionStage<IntentOutcome> submit(ChargingIntent intent) {
    if (open.incrementAndGet() > limit) {
      open.decrementAndGet();
      return CompletableFuture.completedFuture(
          new IntentOutcome.NotSent(limit + " intents are waiting for " + station.id() + "."));
    }
    var outcome = new CompletableFuture<Optional<IntentOutcome>>();
    var counted = outcome.whenComplete((result, error) -> open.decrementAndGet());
    mailbox.post(() -> {
      waiting.add(new Errand(intent, false, outcome));
      startNext();
    });
    return counted.thenApply(Optional::orElseThrow);
  }

  /**
   * Takes no place from new intents: whoever asks sees to it that few wait.
   *
   * @param wanted asked when its turn comes
   * @return empty when there was nothing to send
   */
  CompletionStage<Optional<IntentOutcome>> resend(Supplier<Optional<ChargingIntent>> wanted) {
    var outcome = new CompletableFuture<Optional<IntentOutcome>>();
    mailbox.post(() -> {
      resends.add(new Resend(wanted, outcome));
      startNext();
    });
    return outcome;
  }

  private void startNext() {
    if (busy) {
      return;
    }
    Errand errand = waiting.poll();
    Resend resend = errand == null ? resends.poll() : null;
    if (errand != null) {
      begin(errand);
    } else if (resend != null) {
      begin(resend);
    }
  }

  private void begin(Resend resend) {
    findWanted(resend)
        .ifPresentOrElse(
            intent -> begin(new Errand(intent, true, resend.outcome())),
            () -> end(resend.outcome(), Optional.empty()));
  }

  /** A fault in the question must not stop those that wait behind. */
  private Optional<ChargingIntent> findWanted(Resend resend) {
    try {
      return resend.wanted().get();
    } catch (RuntimeException e) {
      station.survive(e);
      return Optional.empty();
    }
  }

  private void begin(Errand errand) {
    busy = true;
    if (errand.intent() instanceof LeasedIntent leased
        && !station.now().isBefore(leased.validity().end())) {
      end(
          errand,
          new IntentOutcome.NotSent("Its lease ended at " + leased.validity().end() + " in wait."));
      return;
    }
    StationTraits traits = station.traits();
    switch (encode(errand.intent(), traits)) {
      case Encoding.Exact exact ->
          start(errand, traits, exact.calls(), List.of(), Optional.empty());
      case Encoding.Degraded less ->
          start(errand, traits, less.calls(), less.losses(), less.mayDraw());
      // It never was what is wanted, so there is nothing to take back.
      case Encoding.Inexpressible no -> end(errand, new IntentOutcome.NotSent(no.reason()));
    }
  }

  private Encoding encode(ChargingIntent intent, StationTraits traits) {
    try {
      return dialect.encode(fitting(intent, traits), traits);
    } catch (RuntimeException e) {
      station.survive(e);
      return new Encoding.Inexpressible("The intent could not be encoded: " + e.getMessage());
    }
  }

  /**
   * A setpoint is moved in the unit of the profile before it, which a message that moves it does
   * not name. A station that has told other traits since gets a new profile.
   */
  private ChargingIntent fitting(ChargingIntent intent, StationTraits traits) {
    if (!(intent instanceof AdjustSetpoint adjust)) {
      return intent;
    }
    return station.wanted().findTraits(adjust.evse()).filter(it -> !it.equals(traits)).isPresent()
        ? asProfile(adjust)
        : adjust;
  }

  private static FollowSetpoint asProfile(AdjustSetpoint adjust) {
    return new FollowSetpoint(
        adjust.evse(),
        adjust.transactionId(),
        adjust.setpoint(),
        adjust.ceiling(),
        Pace.FAST,
        adjust.validity());
  }

  private void start(
      Errand errand,
      StationTraits traits,
      List<OutboundCall> calls,
      List<String> losses,
      Optional<Current> mayDraw) {
    if (errand.isAgain() && holds(errand.intent(), traits, calls)) {
      end(errand.outcome(), Optional.empty());
      return;
    }
    station.wanted().note(errand.intent(), traits);
    step(errand, new IntentProgress(calls, losses, mayDraw));
  }

  /** With Dynamic profiles an EVSE may have pulled something else since (2.1 K28). */
  private boolean holds(ChargingIntent intent, StationTraits traits, List<OutboundCall> calls) {
    boolean pulls = intent instanceof EvseIntent && traits.can(Ability.DYNAMIC_PROFILES);
    return !pulls && Slot.of(intent).map(accepted::get).filter(calls::equals).isPresent();
  }

  private void step(Errand errand, IntentProgress progress) {
    Optional<OutboundCall> next = progress.findNext();
    if (next.isEmpty()) {
      Slot.of(errand.intent()).ifPresent(slot -> accepted.put(slot, progress.calls()));
      finish(errand, progress.accepted());
      return;
    }
    OutboundCall call = next.get();
    endpoint
        .call(call.action(), call.payload())
        .thenAccept(outcome -> mailbox.post(() -> advance(errand, progress, call, outcome)));
  }

  private void advance(
      Errand errand, IntentProgress progress, OutboundCall call, CallOutcome outcome) {
    Optional<IntentOutcome> end = progress.findEnd(call, outcome, this::judge);
    if (end.isPresent()) {
      finish(errand, end.get());
    } else {
      step(errand, progress);
    }
  }

  /** The engine hears what an answer means before it hears that the intent was accepted. */
  private Optional<String> judge(OutboundCall call, CallOutcome.Answered answer)
      throws RpcException {
    Optional<String> refusal = dialect.findRefusal(call.action(), answer.payload());
    if (refusal.isEmpty()) {
      station.tell(dialect.learn(call, answer.payload(), context));
    }
    return refusal;
  }

  private void finish(Errand errand, IntentOutcome outcome) {
    switch (outcome) {
      case IntentOutcome.Refused _, IntentOutcome.NotSent _ ->
          station.wanted().retract(errand.intent());
      case IntentOutcome.Unanswered _ -> Slot.of(errand.intent()).ifPresent(accepted::remove);
      case IntentOutcome.Accepted _ -> station.wanted().accepted(errand.intent());
    }
    end(errand, outcome);
  }

  private void end(Errand errand, IntentOutcome outcome) {
    end(errand.outcome(), Optional.of(outcome));
  }

  private void end(
      CompletableFuture<Optional<IntentOutcome>> waitedFor, Optional<IntentOutcome> outcome) {
    busy = false;
    waitedFor.complete(outcome);
    mailbox.post(this::startNext);
  }

  private record Resend(
      Supplier<Optional<ChargingIntent>> wanted,
      CompletableFuture<Optional<IntentOutcome>> outcome) {}

  private record Errand(
      ChargingIntent intent, boolean isAgain, CompletableFuture<Optional<IntentOutcome>> outcome) {}
}
