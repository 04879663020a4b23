package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** Asks a station to send a message now. */
public record TriggerMessage(
    @OneOf({
          "BootNotification",
          "LogStatusNotification",
          "FirmwareStatusNotification",
          "Heartbeat",
          "MeterValues",
          "SignChargingStationCertificate",
          "SignV2GCertificate",
          "StatusNotification",
          "TransactionEvent",
          "SignCombinedCertificate",
          "PublishFirmwareStatusNotification"
        })
        String requestedMessage,
    Optional<EVSEType> evse) {

  /** The answer. */
  public record Response(
      @OneOf({"Accepted", "Rejected", "NotImplemented"}) String status,
      Optional<StatusInfoType> statusInfo) {}
}
