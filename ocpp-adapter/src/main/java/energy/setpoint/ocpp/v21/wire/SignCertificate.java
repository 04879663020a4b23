package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A station wants its certificate signed. */
public record SignCertificate(
    @Length(5500) String csr,
    @OneOf({"ChargingStationCertificate", "V2GCertificate", "V2G20Certificate"})
        Optional<String> certificateType,
    Optional<ObjectNode> hashRootCertificate,
    Optional<Integer> requestId) {

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfoType> statusInfo) {}
}
