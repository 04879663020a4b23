package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Starts a transaction from afar. */
public record RequestStartTransaction(
    Optional<Integer> evseId,
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
