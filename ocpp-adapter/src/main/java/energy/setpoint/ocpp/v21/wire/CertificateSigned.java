package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** Brings a station the certificate that it asked for. */
public record CertificateSigned(
    @Length(10000) String certificateChain,
    @OneOf({"ChargingStationCertificate", "V2GCertificate", "V2G20Certificate"})
        Optional<String> certificateType,
    Optional<Integer> requestId) {

  /** The answer. */
  public record Response(CertificateSignedStatus status, Optional<StatusInfoType> statusInfo) {}

  /** Installed or not. */
  public enum CertificateSignedStatus {
    Accepted,
    Rejected
  }
}
