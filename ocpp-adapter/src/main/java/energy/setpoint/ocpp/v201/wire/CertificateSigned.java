package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** Brings a station the certificate that it asked for. */
public record CertificateSigned(
    @Length(10000) String certificateChain,
    @OneOf({"ChargingStationCertificate", "V2GCertificate"}) Optional<String> certificateType) {

  /** The answer. */
  public record Response(CertificateSignedStatus status, Optional<StatusInfoType> statusInfo) {}

  /** Installed or not. */
  public enum CertificateSignedStatus {
    Accepted,
    Rejected
  }
}
