package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Length;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Something that only a vendor understands. */
public record DataTransfer(
    @Length(255) String vendorId, @Length(50) Optional<String> messageId, Optional<JsonNode> data) {

  /** The answer. */
  public record Response(
      DataTransferStatus status, Optional<StatusInfoType> statusInfo, Optional<JsonNode> data) {}

  /** In {@link DataTransfer}. */
  public enum DataTransferStatus {
    Accepted,
    Rejected,
    UnknownMessageId,
    UnknownVendorId
  }
}
