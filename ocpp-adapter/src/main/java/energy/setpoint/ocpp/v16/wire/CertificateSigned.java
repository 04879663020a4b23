package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Length;

/** Brings a station the certificate that it asked for. */
public record CertificateSigned(@Length(10000) String certificateChain) {

  /** The answer. */
  public record Response(CertificateSignedStatus status) {}

  /** Installed or not. */
  public enum CertificateSignedStatus {
    Accepted,
    Rejected
  }
}
