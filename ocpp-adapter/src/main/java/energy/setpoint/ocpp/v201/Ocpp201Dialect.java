package energy.setpoint.ocpp.v201;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.ScheduleQuestions;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.StationTraits;
import energy.setpoint.ocpp.rpc.RpcErrorCode;
import energy.setpoint.ocpp.rpc.RpcException;
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
  public Optional<String> findRefusal(String action, JsonNode response) throws RpcException {
    return Refusals201.find(action, response);
  }

  @Override
  public ScheduleQuestions scheduleQuestions() {
    return new ScheduleQuestions201();
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
