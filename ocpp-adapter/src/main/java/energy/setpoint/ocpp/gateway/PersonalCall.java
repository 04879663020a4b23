package energy.setpoint.ocpp.gateway;

import energy.setpoint.ocpp.dialect.CallEffect;
import energy.setpoint.ocpp.dialect.KnownActions;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;

/** A call that a person asks for: judged, sent, and followed by what it makes necessary. */
record PersonalCall(StationLink link, String action, JsonNode payload) {

  CompletionStage<CallReply> send() {
    KnownActions actions = link.dialect().actions();
    if (!actions.fromServer().contains(action)) {
      return done(new CallReply.UnknownAction(actions.version(), actions.fromServer()));
    }
    try {
      return switch (link.dialect().effectOf(action, payload)) {
        case CallEffect.Harmless _ -> hand().thenApply(CallReply.Ended::new);
        case CallEffect.ChangesSettings _ -> hand().thenApply(this::asked);
        case CallEffect.Meddles meddles -> done(new CallReply.Forbidden(meddles.reason()));
      };
    } catch (RpcException malformed) {
      return done(new CallReply.Malformed(malformed.description()));
    }
  }

  private CompletionStage<CallOutcome> hand() {
    return link.call(action, payload);
  }

  private CallReply asked(CallOutcome outcome) {
    if (outcome instanceof CallOutcome.Answered) {
      link.askAgain();
    }
    return new CallReply.Ended(outcome);
  }

  private static CompletionStage<CallReply> done(CallReply reply) {
    return CompletableFuture.completedFuture(reply);
  }
}
