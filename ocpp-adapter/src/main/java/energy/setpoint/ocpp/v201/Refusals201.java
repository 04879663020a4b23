package energy.setpoint.ocpp.v201;

import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v201.station.Metering201;
import energy.setpoint.ocpp.v201.wire.CertificateSigned;
import energy.setpoint.ocpp.v201.wire.CertificateSigned.CertificateSignedStatus;
import energy.setpoint.ocpp.v201.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v201.wire.GenericStatus;
import energy.setpoint.ocpp.v201.wire.GetChargingProfiles;
import energy.setpoint.ocpp.v201.wire.GetCompositeSchedule;
import energy.setpoint.ocpp.v201.wire.RequestStopTransaction;
import energy.setpoint.ocpp.v201.wire.SetChargingProfile;
import energy.setpoint.ocpp.v201.wire.SetChargingProfile.ChargingProfileStatus;
import energy.setpoint.ocpp.v201.wire.StatusInfoType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Why an answer is a refusal, in the words of the station. */
final class Refusals201 {

  private Refusals201() {}

  /** That nothing was there to clear or to report is no refusal. */
  static Optional<String> find(String action, JsonNode response) throws RpcException {
    return switch (action) {
      case "SetChargingProfile" -> {
        var answer = Payloads.read(SetChargingProfile.Response.class, response);
        yield unless(ChargingProfileStatus.Accepted, answer.status(), answer.statusInfo());
      }
      case "RequestStopTransaction" -> {
        var answer = Payloads.read(RequestStopTransaction.Response.class, response);
        yield answer.status().equals("Accepted")
            ? Optional.empty()
            : Optional.of(answer.status() + answer.statusInfo().map(Refusals201::words).orElse(""));
      }
      case "CertificateSigned" -> {
        var answer = Payloads.read(CertificateSigned.Response.class, response);
        yield unless(CertificateSignedStatus.Accepted, answer.status(), answer.statusInfo());
      }
      case "GetCompositeSchedule" -> {
        var answer = Payloads.read(GetCompositeSchedule.Response.class, response);
        yield unless(GenericStatus.Accepted, answer.status(), answer.statusInfo());
      }
      case "GetChargingProfiles" -> {
        Payloads.read(GetChargingProfiles.Response.class, response);
        yield Optional.empty();
      }
      case "ClearChargingProfile" -> {
        Payloads.read(ClearChargingProfile.Response.class, response);
        yield Optional.empty();
      }
      case "SetVariables" -> Metering201.findRefusal(response);
      default -> Optional.empty();
    };
  }

  private static <S extends Enum<S>> Optional<String> unless(
      S accepted, S status, Optional<StatusInfoType> info) {
    return status == accepted
        ? Optional.empty()
        : Optional.of(status.name() + info.map(Refusals201::words).orElse(""));
  }

  private static String words(StatusInfoType info) {
    return ": " + info.reasonCode() + info.additionalInfo().map(" "::concat).orElse("");
  }
}
