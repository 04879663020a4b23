package energy.setpoint.ocpp.v16;

import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v16.wire.CertificateSigned;
import energy.setpoint.ocpp.v16.wire.CertificateSigned.CertificateSignedStatus;
import energy.setpoint.ocpp.v16.wire.ChangeConfiguration;
import energy.setpoint.ocpp.v16.wire.ChangeConfiguration.ConfigurationStatus;
import energy.setpoint.ocpp.v16.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v16.wire.GetCompositeSchedule;
import energy.setpoint.ocpp.v16.wire.GetCompositeSchedule.GetCompositeScheduleStatus;
import energy.setpoint.ocpp.v16.wire.RemoteStopTransaction;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingProfileStatus;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Why an answer is a refusal; OCPP 1.6 has no words beside the status. */
final class Refusals16 {

  private Refusals16() {}

  /** An unknown profile is as good as a cleared one. */
  static Optional<String> find(String action, JsonNode response) throws RpcException {
    return switch (action) {
      case "SetChargingProfile" ->
          unless(
              ChargingProfileStatus.Accepted,
              Payloads.read(SetChargingProfile.Response.class, response).status());
      case "RemoteStopTransaction" ->
          Optional.of(Payloads.read(RemoteStopTransaction.Response.class, response).status())
              .filter(status -> !status.equals("Accepted"));
      case "CertificateSigned" ->
          unless(
              CertificateSignedStatus.Accepted,
              Payloads.read(CertificateSigned.Response.class, response).status());
      case "GetCompositeSchedule" ->
          unless(
              GetCompositeScheduleStatus.Accepted,
              Payloads.read(GetCompositeSchedule.Response.class, response).status());
      case "ClearChargingProfile" -> {
        Payloads.read(ClearChargingProfile.Response.class, response);
        yield Optional.empty();
      }
      case "ChangeConfiguration" ->
          unless(
              ConfigurationStatus.Accepted,
              Payloads.read(ChangeConfiguration.Response.class, response).status());
      default -> Optional.empty();
    };
  }

  private static <S extends Enum<S>> Optional<String> unless(S accepted, S status) {
    return Optional.of(status).filter(it -> it != accepted).map(Enum::name);
  }
}
