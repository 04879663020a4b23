package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** Asks a station to send a message now. */
public record TriggerMessage(
    @OneOf({
          "BootNotification",
          "DiagnosticsStatusNotification",
          "FirmwareStatusNotification",
          "Heartbeat",
          "MeterValues",
          "StatusNotification"
        })
        String requestedMessage,
    Optional<Integer> connectorId) {

  /** The answer. */
  public record Response(@OneOf({"Accepted", "Rejected", "NotImplemented"}) String status) {}
}
