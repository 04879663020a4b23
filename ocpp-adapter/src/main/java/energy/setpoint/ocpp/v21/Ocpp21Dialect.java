package energy.setpoint.ocpp.v21;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.devicemodel.DeviceModelClaims;
import energy.setpoint.ocpp.devicemodel.DeviceModelInterview;
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
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.v21.der.DerAnswers;
import energy.setpoint.ocpp.v21.device.DeviceModel21;
import energy.setpoint.ocpp.v21.intent.Intents21;
import energy.setpoint.ocpp.v21.relay.Overheard21;
import energy.setpoint.ocpp.v21.relay.RelayWords21;
import energy.setpoint.ocpp.v21.station.Actions21;
import energy.setpoint.ocpp.v21.station.Metering21;
import energy.setpoint.ocpp.v21.station.StationCalls21;
import energy.setpoint.ocpp.v21.tariff.TariffAnswers;
import energy.setpoint.ocpp.v21.wire.NotifyPeriodicEventStream;
import energy.setpoint.ocpp.v21.wire.tariff.GetTariffs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** OCPP 2.1. */
public final class Ocpp21Dialect implements OcppDialect {

  @Override
  public String subprotocol() {
    return "ocpp2.1";
  }

  @Override
  public Encoding encode(ChargingIntent intent, StationTraits traits) {
    return Intents21.encode(intent, traits);
  }

  @Override
  public Handled handle(String action, JsonNode payload, StationContext context)
      throws RpcException {
    return StationCalls21.handle(action, payload, context);
  }

  @Override
  public List<StationEvent> overhear(
      String action, JsonNode request, JsonNode response, StationContext context)
      throws RpcException {
    return Overheard21.events(action, request, response, context);
  }

  @Override
  public RelayWords relayWords() {
    return new RelayWords21();
  }

  @Override
  public Optional<String> findRefusal(String action, JsonNode response) throws RpcException {
    return Refusals21.find(action, response);
  }

  @Override
  public ScheduleQuestions scheduleQuestions() {
    return new ScheduleQuestions21();
  }

  @Override
  public Optional<ProfileQuestions> profileQuestions() {
    return Optional.of(new ProfileQuestions21());
  }

  /** DER controls, which a station keeps over its own restarts and ours (R01.FR.03, R04). */
  @Override
  public List<ChargingIntent> openingQuestions(
      StationId station, StationTraits traits, int requestId) {
    return traits.derControls().isEmpty()
        ? List.of()
        : List.of(new DerIntent.AskForControls(station, requestId));
  }

  /** By UpdateDynamicSchedule (K28). */
  @Override
  public Pace pace(StationTraits traits) {
    return traits.setpoints() && traits.can(Ability.DYNAMIC_PROFILES) ? Pace.FAST : Pace.STEADY;
  }

  @Override
  public List<StationEvent> learn(OutboundCall call, JsonNode response, StationContext context)
      throws RpcException {
    return switch (call.action()) {
      case "SetDERControl" -> DerAnswers.set(call.payload(), response, context);
      case "ClearDERControl" -> DerAnswers.cleared(call.payload(), context);
      case "GetDERControl" -> DerAnswers.asked(call.payload(), response, context);
      case "GetTariffs" ->
          TariffAnswers.told(Payloads.read(GetTariffs.Response.class, response), context);
      default -> List.of();
    };
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
  public boolean hasSend() {
    return true;
  }

  /** 2.1 has one such message (part 4 section 4.1.3); nothing in it concerns the engine. */
  @Override
  public List<StationEvent> take(String action, JsonNode payload, StationContext context)
      throws RpcException {
    if (!action.equals("NotifyPeriodicEventStream")) {
      return OcppDialect.super.take(action, payload, context);
    }
    Payloads.read(NotifyPeriodicEventStream.class, payload);
    return List.of();
  }

  @Override
  public KnownActions actions() {
    return Actions21.ALL;
  }

  @Override
  public StationInterview interview(Interviewee station) {
    return new DeviceModelInterview(new DeviceModel21(), Variables21.ALL, station);
  }

  @Override
  public TraitClaims understand(List<Fact> facts) {
    return DeviceModelClaims.of(new Facts(facts));
  }

  @Override
  public List<OutboundCall> meteringCalls(Duration interval, List<Fact> facts) {
    return Metering21.calls(interval, facts);
  }

  @Override
  public CallEffect effectOf(String action, JsonNode payload) throws RpcException {
    return CallEffects21.of(action, payload);
  }
}
