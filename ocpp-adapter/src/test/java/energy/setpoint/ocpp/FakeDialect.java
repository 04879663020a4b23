package energy.setpoint.ocpp;

import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseSample;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.port.ReportedSchedule;
import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
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
import energy.setpoint.ocpp.dialect.trait.Facts;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A version of OCPP with a handful of words, for tests of what lies around the versions. */
public record FakeDialect(String subprotocol, boolean answersUnreadable) implements OcppDialect {

  public static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public Encoding encode(ChargingIntent intent, StationTraits traits) {
    return switch (intent) {
      case CapPower cap ->
          new Encoding.Exact(
              List.of(call("Cap", cap.transactionId(), cap.ceiling().perPhase().milliamps())));
      case SetFallback fallback ->
          new Encoding.Degraded(
              List.of(call("Clear", "", 0), call("Fallback", "", 1)), List.of("phases"));
      case Release release -> throw new IllegalStateException("broken dialect");
      case EvseIntent _ -> new Encoding.Inexpressible("No setpoints here.");
      case CapStation _, OfferPriority _, CallReserve _, RequestedIntent _ ->
          new Encoding.Inexpressible("No such words here.");
    };
  }

  private static OutboundCall call(String action, String text, long number) {
    return new OutboundCall(
        action, JSON.createObjectNode().put("text", text).put("number", number));
  }

  @Override
  public Handled handle(String action, JsonNode payload, StationContext context)
      throws RpcException {
    ObjectNode answer = JSON.createObjectNode();
    return switch (action) {
      case "Boot" ->
          new Handled(
              answer.put("interval", context.heartbeatInterval().toSeconds()),
              List.of(
                  new StationBooted(context.station(), context.now(), "Vendor", "Model", "1.0")));
      case "Heartbeat" -> new Handled(answer.put("now", context.now().toString()), List.of());
      case "Echo" -> new Handled(payload, List.of());
      case "Start" -> start(payload, context);
      case "Measure" -> new Handled(answer, List.of(measured(payload, context)));
      case "Stop" -> stop(payload, context);
      case "Break" -> throw new IllegalStateException("broken dialect");
      default -> throw new RpcException(RpcErrorCode.NOT_IMPLEMENTED, "Unknown action.");
    };
  }

  private static Handled start(JsonNode payload, StationContext context) throws RpcException {
    if (!payload.path("evse").isInt()) {
      throw new RpcException(RpcErrorCode.TYPE_CONSTRAINT_VIOLATION, "evse is not a number.");
    }
    String id = String.valueOf(context.nextTransactionId());
    var evse = new EvseRef(context.station(), payload.path("evse").intValue());
    return new Handled(
        JSON.createObjectNode().put("id", id),
        List.of(new TransactionStarted(evse, context.now(), id, Optional.empty())));
  }

  private static StationEvent measured(JsonNode payload, StationContext context) {
    var evse = new EvseRef(context.station(), payload.path("evse").intValue());
    return new EvseMeasured(
        evse,
        context.now(),
        Optional.of(payload.path("id").stringValue()),
        new EvseSample(
            Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static Handled stop(JsonNode payload, StationContext context) {
    String id = payload.path("id").stringValue();
    List<StationEvent> events =
        context
            .findEvse(id)
            .<StationEvent>map(evse -> new TransactionEnded(evse, context.now(), id, "Local"))
            .map(List::of)
            .orElse(List.of());
    return new Handled(JSON.createObjectNode(), events);
  }

  @Override
  public List<StationEvent> overhear(
      String action, JsonNode request, JsonNode response, StationContext context)
      throws RpcException {
    return handle(action, request, context).events();
  }

  @Override
  public RelayWords relayWords() {
    return new Ocpp16Dialect().relayWords();
  }

  @Override
  public Optional<String> findRefusal(String action, JsonNode response) throws RpcException {
    if (!response.path("status").isString()) {
      throw new RpcException(RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "status is missing");
    }
    return Optional.of(response.path("status").stringValue()).filter(it -> !it.equals("Accepted"));
  }

  /** Asks for one number of amperes. */
  @Override
  public ScheduleQuestions scheduleQuestions() {
    return new ScheduleQuestions() {
      @Override
      public OutboundCall ask(ScheduleQuestion question, StationTraits traits) {
        return call("Held", "", question.evse().number());
      }

      @Override
      public ScheduleAnswer read(ScheduleQuestion question, StationTraits traits, JsonNode response)
          throws RpcException {
        if (!response.path("amps").isNumber()) {
          throw new RpcException(RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "amps is missing");
        }
        Current held = Current.ofAmps(response.path("amps").doubleValue());
        return new ScheduleAnswer.Reported(
            new ReportedSchedule(
                Instant.EPOCH,
                List.of(new ReportedSchedule.Step(Duration.ZERO, held, Current.ZERO))));
      }
    };
  }

  @Override
  public String spell(RpcErrorCode code) {
    return code.name();
  }

  @Override
  public KnownActions actions() {
    return KnownActions.of(
        "Fake 1", "Boot Echo Heartbeat Measure Report Start Stop", "Change Fallback Cap Poke");
  }

  @Override
  public StationInterview interview(Interviewee station) {
    return new FakeInterview(station);
  }

  @Override
  public TraitClaims understand(List<Fact> facts) {
    var claims = new TraitClaims.Builder();
    new Facts(facts).findLowest("stackLevel", 0).ifPresent(claims::maxStackLevel);
    return claims.build();
  }

  @Override
  public List<OutboundCall> meteringCalls(Duration interval, List<Fact> facts) {
    return List.of(call("Meter", "", interval.toSeconds()));
  }

  @Override
  public CallEffect effectOf(String action, JsonNode payload) throws RpcException {
    if (payload.has("wrong")) {
      throw new RpcException(RpcErrorCode.TYPE_CONSTRAINT_VIOLATION, "wrong must not be there.");
    }
    return switch (action) {
      case "Cap" -> CallEffect.meddles(action);
      case "Change" -> CallEffect.CHANGES_SETTINGS;
      default -> CallEffect.HARMLESS;
    };
  }
}
