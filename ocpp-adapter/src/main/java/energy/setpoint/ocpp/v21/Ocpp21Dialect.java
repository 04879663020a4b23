package energy.setpoint.ocpp.v21;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.ScheduleQuestions;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.StationTraits;
import energy.setpoint.ocpp.dialect.StationTraits.Ability;
import energy.setpoint.ocpp.rpc.RpcErrorCode;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.intent.Intents21;
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
  public Optional<String> findRefusal(String action, JsonNode response) throws RpcException {
    return Refusals21.find(action, response);
  }

  @Override
  public ScheduleQuestions scheduleQuestions() {
    return new ScheduleQuestions21();
  }

  /** By UpdateDynamicSchedule (K28). */
  @Override
  public Pace pace(StationTraits traits) {
    return traits.setpoints() && traits.can(Ability.DYNAMIC_PROFILES) ? Pace.FAST : Pace.STEADY;
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
}
