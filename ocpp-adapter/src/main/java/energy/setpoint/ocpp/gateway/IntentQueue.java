package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.memory.IntentProgress;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.RpcEndpoint;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.rpc.turn.Mailbox;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Carries out the intents for one connection, one after the other, so that the messages of two
 * intents never mingle.
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
    return submit(intent, () -> true);
  }

  /**
   * @param isWanted whether the intent is still meant when its turn comes
   */
  CompletionStage<IntentOutcome> submit(ChargingIntent intent, BooleanSupplier isWanted) {
    if (open.incrementAndGet() > limit) {
      open.decrementAndGet();
      return CompletableFuture.completedFuture(
          new IntentOutcome.NotSent(limit + " intents are waiting for " + station.id() + "."));
    }
    var outcome = new CompletableFuture<IntentOutcome>();
    var counted = outcome.whenComplete((result, error) -> open.decrementAndGet());
    mailbox.post(() -> {
      waiting.add(new Errand(intent, isWanted, outcome));
      startNext();
    });
    return counted;
  }

  private void startNext() {
    if (busy) {
      return;
    }
    Errand errand = waiting.poll();
    if (errand == null) {
      return;
    }
    busy = true;
    if (!isWanted(errand)) {
      end(errand, new IntentOutcome.NotSent("The intent is out of date."));
      return;
    }
    StationTraits traits = station.traits();
    switch (encode(errand.intent(), traits)) {
      case Encoding.Exact exact ->
          start(errand, traits, new IntentProgress(exact.calls(), List.of(), Optional.empty()));
      case Encoding.Degraded degraded ->
          start(
              errand,
              traits,
              new IntentProgress(degraded.calls(), degraded.losses(), degraded.mayDraw()));
      case Encoding.Inexpressible no -> finish(errand, new IntentOutcome.NotSent(no.reason()));
    }
  }

  /** A fault in the question must not stop those that wait behind. */
  private boolean isWanted(Errand errand) {
    try {
      return errand.isWanted().getAsBoolean();
    } catch (RuntimeException e) {
      station.survive(e);
      return false;
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

  private void start(Errand errand, StationTraits traits, IntentProgress progress) {
    station.wanted().note(errand.intent(), traits);
    step(errand, progress);
  }

  private void step(Errand errand, IntentProgress progress) {
    Optional<OutboundCall> next = progress.findNext();
    if (next.isEmpty()) {
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
      case IntentOutcome.Accepted _ -> station.wanted().accepted(errand.intent());
      case IntentOutcome.Unanswered _ -> {}
    }
    end(errand, outcome);
  }

  private void end(Errand errand, IntentOutcome outcome) {
    busy = false;
    errand.outcome().complete(outcome);
    mailbox.post(this::startNext);
  }

  private record Errand(
      ChargingIntent intent, BooleanSupplier isWanted, CompletableFuture<IntentOutcome> outcome) {}
}
