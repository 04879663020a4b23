package energy.setpoint.app.web.api;

import energy.setpoint.app.web.problem.ProblemType;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.ocpp.gateway.CallReply;
import energy.setpoint.ocpp.rpc.CallOutcome;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;

/** Waits for what a station makes of a call, and tells it in the words of HTTP. */
final class StationAnswer {

  private StationAnswer() {}

  static JsonNode of(String action, CompletionStage<CallReply> reply) {
    return told(action, StationWait.of(reply));
  }

  private static JsonNode told(String action, CallReply reply) {
    return switch (reply) {
      case CallReply.NotConnected _ ->
          throw new Refusal(ProblemType.NOT_CONNECTED, "The station is not connected.");
      case CallReply.UnknownAction unknown ->
          throw new Refusal(
              ProblemType.NOT_FOUND,
              "%s has no action '%s' for a server.".formatted(unknown.version(), action),
              Map.of("actions", new TreeSet<>(unknown.known())));
      case CallReply.Forbidden forbidden ->
          throw new Refusal(ProblemType.FORBIDDEN, forbidden.reason());
      case CallReply.Malformed malformed ->
          throw new Refusal(ProblemType.INVALID_VALUES, malformed.description());
      case CallReply.Ended ended -> ended(ended.outcome());
    };
  }

  private static JsonNode ended(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Answered answer -> answer.payload();
      case CallOutcome.Failed failed ->
          throw new Refusal(
              ProblemType.STATION_REFUSED,
              failed.code() + ": " + failed.description(),
              Map.of("errorCode", failed.code(), "errorDescription", failed.description()));
      case CallOutcome.Garbled garbled ->
          throw new Refusal(ProblemType.STATION_GARBLED, garbled.reason());
      case CallOutcome.TimedOut late ->
          throw silent("No answer within " + late.timeout().toSeconds() + " s.");
      case CallOutcome.Closed closed when closed.id().isEmpty() ->
          throw new Refusal(ProblemType.NOT_CONNECTED, "The connection ended: " + closed.reason());
      case CallOutcome.Closed closed -> throw silent("The connection ended: " + closed.reason());
      case CallOutcome.Expired expired ->
          throw busy("Its turn did not come within " + expired.waited().toSeconds() + " s.");
      case CallOutcome.QueueFull full ->
          throw busy(full.limit() + " calls wait for this station already.");
    };
  }

  private static Refusal silent(String detail) {
    return new Refusal(ProblemType.STATION_SILENT, detail);
  }

  private static Refusal busy(String detail) {
    return new Refusal(ProblemType.BUSY, detail);
  }
}
