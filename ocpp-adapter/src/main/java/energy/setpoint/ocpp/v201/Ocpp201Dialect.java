package energy.setpoint.ocpp.v201;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.ocpp.devicemodel.DeviceModelClaims;
import energy.setpoint.ocpp.devicemodel.DeviceModelInterview;
import energy.setpoint.ocpp.devicemodel.StationVariables;
import energy.setpoint.ocpp.dialect.CallEffect;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.KnownActions;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.ProfileQuestions;
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
import energy.setpoint.ocpp.v201.device.DeviceModel201;
import energy.setpoint.ocpp.v201.relay.Overheard201;
import energy.setpoint.ocpp.v201.relay.RelayWords201;
import energy.setpoint.ocpp.v201.station.Actions201;
import energy.setpoint.ocpp.v201.station.Metering201;
import energy.setpoint.ocpp.v201.station.StationCalls201;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** OCPP 2.0.1, edition 3. */
public final class Ocpp201Dialect implements OcppDialect {

  @Override
  public String subprotocol() {
    return "ocpp2.0.1";
  }

  @Override
  public Encoding encode(ChargingIntent intent, StationTraits traits) {
    return Intents201.encode(intent, traits);
  }

  @Override
  public Handled handle(String action, JsonNode payload, StationContext context)
      throws RpcException {
    return StationCalls201.handle(action, payload, context);
  }

  @Override
  public List<StationEvent> overhear(
      String action, JsonNode request, JsonNode response, StationContext context)
      throws RpcException {
    return Overheard201.events(action, request, response, context);
  }

  @Override
  public RelayWords relayWords() {
    return new RelayWords201();
  }

  @Override
  public Optional<String> findRefusal(String action, JsonNode response) throws RpcException {
    return Refusals201.find(action, response);
  }

  @Override
  public ScheduleQuestions scheduleQuestions() {
    return new ScheduleQuestions201();
  }

  @Override
  public Optional<ProfileQuestions> profileQuestions() {
    return Optional.of(new ProfileQuestions201());
  }

  @Override
  public String spell(RpcErrorCode code) {
    return switch (code) {
      case RPC_FRAMEWORK_ERROR -> "RpcFrameworkError";
      case FORMAT_VIOLATION -> "FormatViolation";
      case OCCURRENCE_CONSTRAINT_VIOLATION -> "OccurrenceConstraintViolation";
      case PROPERTY_CONSTRAINT_VIOLATION -> "PropertyConstraintViolation";
      case TYPE_CONSTRAINT_VIOLATION -> "TypeConstraintViolation";
      case MESSAGE_TYPE_NOT_SUPPORTED -> "MessageTypeNotSupported";
      case NOT_IMPLEMENTED -> "NotImplemented";
      case NOT_SUPPORTED -> "NotSupported";
      case INTERNAL_ERROR -> "InternalError";
      case PROTOCOL_ERROR -> "ProtocolError";
      case SECURITY_ERROR -> "SecurityError";
      case GENERIC_ERROR -> "GenericError";
    };
  }

  @Override
  public KnownActions actions() {
    return Actions201.ALL;
  }

  @Override
  public StationInterview interview(Interviewee station) {
    return new DeviceModelInterview(new DeviceModel201(), StationVariables.COMMON, station);
  }

  @Override
  public TraitClaims understand(List<Fact> facts) {
    return DeviceModelClaims.of(new Facts(facts));
  }

  @Override
  public List<OutboundCall> meteringCalls(Duration interval, List<Fact> facts) {
    return Metering201.calls(interval, facts);
  }

  @Override
  public CallEffect effectOf(String action, JsonNode payload) throws RpcException {
    return CallEffects201.of(action, payload);
  }
}
