package energy.setpoint.ocpp.v16;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.ChargingIntent;
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
import energy.setpoint.ocpp.v16.device.Interview16;
import energy.setpoint.ocpp.v16.device.Settings16;
import energy.setpoint.ocpp.v16.relay.Overheard16;
import energy.setpoint.ocpp.v16.relay.RelayWords16;
import energy.setpoint.ocpp.v16.station.Actions16;
import energy.setpoint.ocpp.v16.station.StationCalls16;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** OCPP 1.6 with its security extension. */
public final class Ocpp16Dialect implements OcppDialect {

  @Override
  public String subprotocol() {
    return "ocpp1.6";
  }

  @Override
  public Encoding encode(ChargingIntent intent, StationTraits traits) {
    return Intents16.encode(intent, traits);
  }

  @Override
  public Handled handle(String action, JsonNode payload, StationContext context)
      throws RpcException {
    return StationCalls16.handle(action, payload, context);
  }

  @Override
  public List<StationEvent> overhear(
      String action, JsonNode request, JsonNode response, StationContext context)
      throws RpcException {
    return Overheard16.events(action, request, response, context);
  }

  @Override
  public RelayWords relayWords() {
    return new RelayWords16();
  }

  @Override
  public Optional<String> findRefusal(String action, JsonNode response) throws RpcException {
    return Refusals16.find(action, response);
  }

  @Override
  public ScheduleQuestions scheduleQuestions() {
    return new ScheduleQuestions16();
  }

  /**
   * With the two misspellings of OCPP-J 1.6 section 4.2.3, which stations were built against. What
   * 1.6 has no code for gets the nearest one.
   */
  @Override
  public String spell(RpcErrorCode code) {
    return switch (code) {
      case RPC_FRAMEWORK_ERROR, FORMAT_VIOLATION -> "FormationViolation";
      case OCCURRENCE_CONSTRAINT_VIOLATION -> "OccurenceConstraintViolation";
      case PROPERTY_CONSTRAINT_VIOLATION -> "PropertyConstraintViolation";
      case TYPE_CONSTRAINT_VIOLATION -> "TypeConstraintViolation";
      case NOT_IMPLEMENTED -> "NotImplemented";
      case NOT_SUPPORTED -> "NotSupported";
      case INTERNAL_ERROR -> "InternalError";
      case PROTOCOL_ERROR -> "ProtocolError";
      case SECURITY_ERROR -> "SecurityError";
      case MESSAGE_TYPE_NOT_SUPPORTED, GENERIC_ERROR -> "GenericError";
    };
  }

  /** OCPP-J 1.6 knows no answer to a message whose id cannot be read. */
  @Override
  public boolean answersUnreadable() {
    return false;
  }

  @Override
  public KnownActions actions() {
    return Actions16.ALL;
  }

  @Override
  public StationInterview interview(Interviewee station) {
    return new Interview16(station);
  }

  @Override
  public TraitClaims understand(List<Fact> facts) {
    return Settings16.claims(facts);
  }

  @Override
  public List<OutboundCall> meteringCalls(Duration interval, List<Fact> facts) {
    return Settings16.meteringCalls(interval, facts);
  }

  @Override
  public CallEffect effectOf(String action, JsonNode payload) throws RpcException {
    return CallEffects16.of(action, payload);
  }
}
