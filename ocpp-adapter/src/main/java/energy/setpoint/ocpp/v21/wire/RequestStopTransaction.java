package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** Stops a transaction from afar. */
public record RequestStopTransaction(@Length(36) String transactionId) {

  /** The answer. */
  public record Response(
      @OneOf({"Accepted", "Rejected"}) String status, Optional<StatusInfoType> statusInfo) {}
}
