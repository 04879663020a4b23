package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Starts a transaction from afar. */
public record RemoteStartTransaction(
    Optional<Integer> connectorId, @Length(20) String idTag, Optional<ObjectNode> chargingProfile) {

  /** The answer. */
  public record Response(@OneOf({"Accepted", "Rejected"}) String status) {}
}
