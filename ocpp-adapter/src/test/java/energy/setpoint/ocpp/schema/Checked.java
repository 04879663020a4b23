package energy.setpoint.ocpp.schema;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.ocpp.dialect.CallEffect;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.KnownActions;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.ScheduleQuestions;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.StationInterview;
import energy.setpoint.ocpp.dialect.StationInterview.Interviewee;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A dialect of which every message that it sends, takes or answers is held against the official
 * schemas, where they are there.
 */
public final class Checked implements OcppDialect {

  private final OcppDialect dialect;
  private final Optional<OcppSchemas> schemas;

  public Checked(OcppDialect dialect) {
    this.dialect = dialect;
    this.schemas = OcppSchemas.find(dialect.subprotocol().substring("ocpp".length()));
  }

  @Override
  public String subprotocol() {
    return dialect.subprotocol();
  }

  @Override
  public Encoding encode(ChargingIntent intent, StationTraits traits) {
    Encoding encoding = dialect.encode(intent, traits);
    List<OutboundCall> calls =
        switch (encoding) {
          case Encoding.Exact exact -> exact.calls();
          case Encoding.Degraded degraded -> degraded.calls();
          case Encoding.Inexpressible _ -> List.of();
        };
    schemas.ifPresent(official ->
        calls.forEach(call -> official.assertValidRequest(call.action(), call.payload())));
    return encoding;
  }

  @Override
  public Handled handle(String action, JsonNode payload, StationContext context)
      throws RpcException {
    Handled handled = dialect.handle(action, payload, context);
    schemas.ifPresent(official -> {
      official.assertValidRequest(action, payload);
      official.assertValidResponse(action, handled.response());
    });
    return handled;
  }

  @Override
  public List<StationEvent> overhear(
      String action, JsonNode request, JsonNode response, StationContext context)
      throws RpcException {
    return dialect.overhear(action, request, response, context);
  }

  @Override
  public RelayWords relayWords() {
    return dialect.relayWords();
  }

  @Override
  public Optional<String> findRefusal(String action, JsonNode response) throws RpcException {
    Optional<String> refusal = dialect.findRefusal(action, response);
    schemas.ifPresent(official -> official.assertValidResponse(action, response));
    return refusal;
  }

  @Override
  public ScheduleQuestions scheduleQuestions() {
    return new CheckedQuestions(dialect.scheduleQuestions());
  }

  @Override
  public Pace pace(StationTraits traits) {
    return dialect.pace(traits);
  }

  /** Questions and answers as the schemas have them. */
  private final class CheckedQuestions implements ScheduleQuestions {

    private static final String ACTION = "GetCompositeSchedule";
    private final ScheduleQuestions questions;

    CheckedQuestions(ScheduleQuestions questions) {
      this.questions = questions;
    }

    @Override
    public OutboundCall ask(ScheduleQuestion question, StationTraits traits) {
      OutboundCall call = questions.ask(question, traits);
      schemas.ifPresent(official -> official.assertValidRequest(call.action(), call.payload()));
      return call;
    }

    @Override
    public ScheduleAnswer read(ScheduleQuestion question, StationTraits traits, JsonNode response)
        throws RpcException {
      ScheduleAnswer answer = questions.read(question, traits, response);
      schemas.ifPresent(official -> official.assertValidResponse(ACTION, response));
      return answer;
    }
  }

  @Override
  public String spell(RpcErrorCode code) {
    return dialect.spell(code);
  }

  @Override
  public boolean hasSend() {
    return dialect.hasSend();
  }

  @Override
  public KnownActions actions() {
    return dialect.actions();
  }

  @Override
  public StationInterview interview(Interviewee station) {
    return dialect.interview(station);
  }

  @Override
  public TraitClaims understand(List<Fact> facts) {
    return dialect.understand(facts);
  }

  @Override
  public List<OutboundCall> meteringCalls(Duration interval, List<Fact> facts) {
    List<OutboundCall> calls = dialect.meteringCalls(interval, facts);
    schemas.ifPresent(official ->
        calls.forEach(call -> official.assertValidRequest(call.action(), call.payload())));
    return calls;
  }

  @Override
  public CallEffect effectOf(String action, JsonNode payload) throws RpcException {
    return dialect.effectOf(action, payload);
  }
}
