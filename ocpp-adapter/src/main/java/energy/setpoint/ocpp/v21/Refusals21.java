package energy.setpoint.ocpp.v21;

import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.der.DerAnswers;
import energy.setpoint.ocpp.v21.station.Metering21;
import energy.setpoint.ocpp.v21.tariff.TariffAnswers;
import energy.setpoint.ocpp.v21.wire.AFRRSignal;
import energy.setpoint.ocpp.v21.wire.CertificateSigned;
import energy.setpoint.ocpp.v21.wire.CertificateSigned.CertificateSignedStatus;
import energy.setpoint.ocpp.v21.wire.ChargingProfileStatus;
import energy.setpoint.ocpp.v21.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v21.wire.GenericStatus;
import energy.setpoint.ocpp.v21.wire.GetChargingProfiles;
import energy.setpoint.ocpp.v21.wire.GetCompositeSchedule;
import energy.setpoint.ocpp.v21.wire.NotifyAllowedEnergyTransfer;
import energy.setpoint.ocpp.v21.wire.NotifyAllowedEnergyTransfer.NotifyAllowedEnergyTransferStatus;
import energy.setpoint.ocpp.v21.wire.RequestStopTransaction;
import energy.setpoint.ocpp.v21.wire.SetChargingProfile;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import energy.setpoint.ocpp.v21.wire.UpdateDynamicSchedule;
import energy.setpoint.ocpp.v21.wire.UsePriorityCharging;
import energy.setpoint.ocpp.v21.wire.UsePriorityCharging.PriorityChargingStatus;
import energy.setpoint.ocpp.v21.wire.der.ClearDERControl;
import energy.setpoint.ocpp.v21.wire.der.GetDERControl;
import energy.setpoint.ocpp.v21.wire.der.SetDERControl;
import energy.setpoint.ocpp.v21.wire.tariff.ChangeTransactionTariff;
import energy.setpoint.ocpp.v21.wire.tariff.ClearTariffs;
import energy.setpoint.ocpp.v21.wire.tariff.GetTariffs;
import energy.setpoint.ocpp.v21.wire.tariff.SetDefaultTariff;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Why an answer is a refusal, in the words of the station. */
final class Refusals21 {

  private Refusals21() {}

  /** That nothing was there to clear or to report is no refusal. */
  static Optional<String> find(String action, JsonNode response) throws RpcException {
    return switch (action) {
      case "SetChargingProfile" -> {
        var answer = Payloads.read(SetChargingProfile.Response.class, response);
        yield unless(ChargingProfileStatus.Accepted, answer.status(), answer.statusInfo());
      }
      case "UpdateDynamicSchedule" -> {
        var answer = Payloads.read(UpdateDynamicSchedule.Response.class, response);
        yield unless(ChargingProfileStatus.Accepted, answer.status(), answer.statusInfo());
      }
      case "UsePriorityCharging" -> {
        var answer = Payloads.read(UsePriorityCharging.Response.class, response);
        yield unless(PriorityChargingStatus.Accepted, answer.status(), answer.statusInfo());
      }
      case "NotifyAllowedEnergyTransfer" -> {
        var answer = Payloads.read(NotifyAllowedEnergyTransfer.Response.class, response);
        yield unless(
            NotifyAllowedEnergyTransferStatus.Accepted, answer.status(), answer.statusInfo());
      }
      case "AFRRSignal" -> {
        var answer = Payloads.read(AFRRSignal.Response.class, response);
        yield unless(GenericStatus.Accepted, answer.status(), answer.statusInfo());
      }
      case "RequestStopTransaction" -> {
        var answer = Payloads.read(RequestStopTransaction.Response.class, response);
        yield answer.status().equals("Accepted")
            ? Optional.empty()
            : Optional.of(answer.status() + answer.statusInfo().map(Refusals21::words).orElse(""));
      }
      case "CertificateSigned" -> {
        var answer = Payloads.read(CertificateSigned.Response.class, response);
        yield unless(CertificateSignedStatus.Accepted, answer.status(), answer.statusInfo());
      }
      case "GetCompositeSchedule" -> {
        var answer = Payloads.read(GetCompositeSchedule.Response.class, response);
        yield unless(GenericStatus.Accepted, answer.status(), answer.statusInfo());
      }
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
      case "GetChargingProfiles" -> {
        Payloads.read(GetChargingProfiles.Response.class, response);
        yield Optional.empty();
      }
      case "ClearChargingProfile" -> {
        Payloads.read(ClearChargingProfile.Response.class, response);
        yield Optional.empty();
      }
      case "SetVariables" -> Metering21.findRefusal(response);
      default -> Optional.empty();
    };
  }

  private static <S extends Enum<S>> Optional<String> unless(
      S accepted, S status, Optional<StatusInfoType> info) {
    return status == accepted
        ? Optional.empty()
        : Optional.of(status.name() + info.map(Refusals21::words).orElse(""));
  }

  private static String words(StatusInfoType info) {
    return ": " + info.reasonCode() + info.additionalInfo().map(" "::concat).orElse("");
  }
}
