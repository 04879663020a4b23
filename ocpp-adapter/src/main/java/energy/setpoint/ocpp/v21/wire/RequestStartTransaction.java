package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import energy.setpoint.ocpp.payload.Range;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Starts a transaction from afar. */
public record RequestStartTransaction(
    @Range(min = 1) Optional<Integer> evseId,
    Optional<IdTokenType> groupIdToken,
    IdTokenType idToken,
    int remoteStartId,
    Optional<ObjectNode> chargingProfile) {

  /** The answer. */
  public record Response(
      @OneOf({"Accepted", "Rejected"}) String status,
      @Length(36) Optional<String> transactionId,
      Optional<StatusInfoType> statusInfo) {}
}
