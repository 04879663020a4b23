package energy.setpoint.ocpp.v21;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.StationTraits;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcErrorCode;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.wire.CertificateSigned;
import energy.setpoint.ocpp.v21.wire.CertificateSigned.CertificateSignedStatus;
import energy.setpoint.ocpp.v21.wire.ChargingProfileStatus;
import energy.setpoint.ocpp.v21.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v21.wire.SetChargingProfile;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
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
      case "ClearChargingProfile" -> {
        Payloads.read(ClearChargingProfile.Response.class, response);
        yield Optional.empty();
      }
      case "CertificateSigned" ->
          refusal(Payloads.read(CertificateSigned.Response.class, response));
      default -> Optional.empty();
    };
  }

  private static Optional<String> refusal(SetChargingProfile.Response response) {
    return response.status() == ChargingProfileStatus.Accepted
        ? Optional.empty()
        : Optional.of(described(response.status(), response.statusInfo()));
  }

  private static Optional<String> refusal(CertificateSigned.Response response) {
    return response.status() == CertificateSignedStatus.Accepted
        ? Optional.empty()
        : Optional.of(described(response.status(), response.statusInfo()));
  }

  private static String described(Enum<?> status, Optional<StatusInfoType> statusInfo) {
    return status.name()
        + statusInfo
            .map(info ->
                ": " + info.reasonCode() + info.additionalInfo().map(" "::concat).orElse(""))
            .orElse("");
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
