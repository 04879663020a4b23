package energy.setpoint.ocpp.tls;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.PKIXReason;
import java.util.Map;

/** A station's certificate is not believed. */
final class CertificateRefusedException extends CertificateException {

  private static final long serialVersionUID = 1L;

  private static final Map<CertPathValidatorException.Reason, String> WORDS =
      Map.of(
          BasicReason.EXPIRED, "certificate expired",
          BasicReason.NOT_YET_VALID, "certificate not yet valid",
          BasicReason.REVOKED, "certificate revoked",
          BasicReason.UNDETERMINED_REVOCATION_STATUS, "no valid revocation list of its authority",
          BasicReason.INVALID_SIGNATURE, "certificate with a wrong signature",
          BasicReason.ALGORITHM_CONSTRAINED, "certificate with a weak algorithm",
          PKIXReason.NO_TRUST_ANCHOR, "certificate of an unknown authority",
          PKIXReason.NOT_CA_CERT, "certificate signed by what is no authority");

  private CertificateRefusedException(String reason) {
    super(reason);
  }

  static CertificateRefusedException because(CertPathValidatorException failure) {
    return new CertificateRefusedException(
        WORDS.getOrDefault(failure.getReason(), "certificate path invalid"));
  }

  static CertificateRefusedException because(String reason) {
    return new CertificateRefusedException(reason);
  }

  /** For logs and metrics; one of a few texts. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
