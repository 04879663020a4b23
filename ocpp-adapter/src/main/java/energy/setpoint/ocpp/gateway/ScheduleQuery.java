package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.ScheduleQuestions;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.RpcEndpoint;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Puts one question about a schedule to a station, and makes sense of what comes back. */
final class ScheduleQuery {

  private final ScheduleQuestions questions;
  private final ScheduleQuestion question;
  private final StationTraits traits;
  private final UnaryOperator<JsonNode> lenient;

  /**
   * @param lenient makes an answer readable that stations are known to send in another form
   */
  ScheduleQuery(
      ScheduleQuestions questions,
      ScheduleQuestion question,
      StationTraits traits,
      UnaryOperator<JsonNode> lenient) {
    this.lenient = lenient;
    this.questions = questions;
    this.question = question;
    this.traits = traits;
  }

  CompletionStage<ScheduleAnswer> put(RpcEndpoint endpoint) {
    OutboundCall call = questions.ask(question, traits);
    return endpoint.call(call.action(), call.payload()).thenApply(this::read);
  }

  private ScheduleAnswer read(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Answered answer -> read(answer);
      case CallOutcome.Failed failed ->
          new ScheduleAnswer.Refused(failed.code() + ": " + failed.description());
      case CallOutcome.Garbled garbled -> new ScheduleAnswer.Senseless(garbled.reason());
      case CallOutcome.TimedOut late ->
          new ScheduleAnswer.Unanswered("No answer within " + late.timeout() + ".");
      case CallOutcome.Closed closed -> new ScheduleAnswer.Unanswered(closed.reason());
      case CallOutcome.Expired late ->
          new ScheduleAnswer.Unanswered("It had no turn within " + late.waited() + ".");
      case CallOutcome.QueueFull full ->
          new ScheduleAnswer.Unanswered(full.limit() + " calls are waiting already.");
    };
  }

  private ScheduleAnswer read(CallOutcome.Answered answer) {
    try {
      return questions.read(question, traits, lenient.apply(answer.payload()));
    } catch (RpcException e) {
      return new ScheduleAnswer.Senseless(e.description());
    } catch (RuntimeException e) {
      return new ScheduleAnswer.Senseless("The answer could not be read: " + e);
    }
  }
}
