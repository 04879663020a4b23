package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A transaction ended. */
public record StopTransaction(
    int meterStop,
    Instant timestamp,
    int transactionId,
    @Length(20) Optional<String> idTag,
    @OneOf({
          "EmergencyStop",
          "EVDisconnected",
          "HardReset",
          "Local",
          "Other",
          "PowerLoss",
          "Reboot",
          "Remote",
          "SoftReset",
          "UnlockCommand",
          "DeAuthorized"
        })
        Optional<String> reason,
    Optional<List<MeterValue>> transactionData) {

  /** The answer. */
  public record Response(Optional<IdTagInfo> idTagInfo) {}
}
