package energy.setpoint.ocpp.v21;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.StationTraits;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcErrorCode;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.der.DerAnswers;
import energy.setpoint.ocpp.v21.tariff.TariffAnswers;
import energy.setpoint.ocpp.v21.wire.ChargingProfileStatus;
import energy.setpoint.ocpp.v21.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v21.wire.SetChargingProfile;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import energy.setpoint.ocpp.v21.wire.der.ClearDERControl;
import energy.setpoint.ocpp.v21.wire.der.GetDERControl;
import energy.setpoint.ocpp.v21.wire.der.SetDERControl;
import energy.setpoint.ocpp.v21.wire.tariff.ChangeTransactionTariff;
import energy.setpoint.ocpp.v21.wire.tariff.ClearTariffs;
import energy.setpoint.ocpp.v21.wire.tariff.GetTariffs;
import energy.setpoint.ocpp.v21.wire.tariff.SetDefaultTariff;
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
    return ProfileCalls21.encode(intent, traits);
  }

  @Override
  public Handled handle(String action, JsonNode payload, StationContext context)
      throws RpcException {
    return StationCalls21.handle(action, payload, context);
  }

  /** An unknown profile is as good as a cleared one. */
  @Override
  public Optional<String> findRefusal(String action, JsonNode response) throws RpcException {
    return switch (action) {
      case "SetChargingProfile" ->
          refusal(Payloads.read(SetChargingProfile.Response.class, response));
      case "SetDERControl" ->
          DerAnswers.refusal(Payloads.read(SetDERControl.Response.class, response));
      case "ClearDERControl" ->
          DerAnswers.refusal(Payloads.read(ClearDERControl.Response.class, response));
      case "GetDERControl" ->
          DerAnswers.refusal(Payloads.read(GetDERControl.Response.class, response));
      case "SetDefaultTariff" ->
          TariffAnswers.refusal(Payloads.read(SetDefaultTariff.Response.class, response));
      case "ChangeTransactionTariff" ->
          TariffAnswers.refusal(Payloads.read(ChangeTransactionTariff.Response.class, response));
      case "ClearTariffs" ->
          TariffAnswers.refusal(Payloads.read(ClearTariffs.Response.class, response));
      case "GetTariffs" ->
          TariffAnswers.refusal(Payloads.read(GetTariffs.Response.class, response));
      case "ClearChargingProfile" -> {
        Payloads.read(ClearChargingProfile.Response.class, response);
        yield Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static Optional<String> refusal(SetChargingProfile.Response response) {
    if (response.status() == ChargingProfileStatus.Accepted) {
      return Optional.empty();
    }
    return Optional.of(StatusInfoType.words(response.status().name(), response.statusInfo()));
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
}
