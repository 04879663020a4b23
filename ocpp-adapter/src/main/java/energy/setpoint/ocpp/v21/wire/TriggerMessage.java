package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
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
          "SignV2G20Certificate",
          "StatusNotification",
          "TransactionEvent",
          "SignCombinedCertificate",
          "PublishFirmwareStatusNotification",
          "CustomTrigger"
        })
        String requestedMessage,
    Optional<EVSEType> evse,
    @Length(50) Optional<String> customTrigger) {

  /** The answer. */
  public record Response(
      @OneOf({"Accepted", "Rejected", "NotImplemented"}) String status,
      Optional<StatusInfoType> statusInfo) {}
}
