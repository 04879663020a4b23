package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** A station wants its certificate signed. */
public record SignCertificate(
    @Length(5500) String csr,
    @OneOf({"ChargingStationCertificate", "V2GCertificate"}) Optional<String> certificateType) {

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfoType> statusInfo) {}
}
