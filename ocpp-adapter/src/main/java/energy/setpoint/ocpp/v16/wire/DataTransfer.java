package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Length;
import java.util.Optional;

/** Something that only a vendor understands. */
public record DataTransfer(
    @Length(255) String vendorId, @Length(50) Optional<String> messageId, Optional<String> data) {

  /** The answer. */
  public record Response(DataTransferStatus status, Optional<String> data) {}

  /** In {@link DataTransfer}. */
  public enum DataTransferStatus {
    Accepted,
    Rejected,
    UnknownMessageId,
    UnknownVendorId
  }
}
