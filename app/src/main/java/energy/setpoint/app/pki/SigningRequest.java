package energy.setpoint.app.pki;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** What a station asks to be signed (RFC 2986), and whether it may be. */
final class SigningRequest {

  /** A00.FR.502. */
  private static final int LEAST_RSA_BITS = 2048;

  /** More than the 224 of A00.FR.503: the curves that TLS is used with begin here. */
  private static final int LEAST_EC_BITS = 256;

  private final JcaPKCS10CertificationRequest request;

  private SigningRequest(JcaPKCS10CertificationRequest request) {
    this.request = request;
  }

  /**
   * @throws IllegalArgumentException when the text is none
   */
  static SigningRequest parse(String pem) {
    return new SigningRequest(
        new JcaPKCS10CertificationRequest(Pem.parse(pem, PKCS10CertificationRequest.class)));
  }

  PublicKey key() throws GeneralSecurityException {
    return request.getPublicKey();
  }

  /**
   * Why it must not be signed.
   *
   * @param name what the certificate is to name (A00.FR.511)
   * @param organization whose it is to be; a request may leave that open (A00.FR.509)
   */
  Optional<String> findObstacle(String name, String organization) {
    try {
      return Stream.of(weakKey(), wrongName(name), wrongOrganization(organization), forged())
          .flatMap(Optional::stream)
          .findFirst();
    } catch (GeneralSecurityException | OperatorCreationException | PKCSException e) {
      return Optional.of("The signing request has a key of an unknown kind.");
    }
  }

  private Optional<String> weakKey() throws GeneralSecurityException {
    return switch (key()) {
      case RSAPublicKey rsa -> tooShort("RSA", rsa.getModulus().bitLength(), LEAST_RSA_BITS);
      case ECPublicKey ec ->
          tooShort("EC", ec.getParams().getCurve().getField().getFieldSize(), LEAST_EC_BITS);
      default -> Optional.of("The key is neither RSA nor EC.");
    };
  }

  private static Optional<String> tooShort(String kind, int bits, int least) {
    return bits >= least
        ? Optional.empty()
        : Optional.of("The %s key has %d bits, expected at least %d.".formatted(kind, bits, least));
  }

  private Optional<String> wrongName(String name) {
    return values(BCStyle.CN).equals(List.of(name))
        ? Optional.empty()
        : Optional.of("The common name (CN) is not " + name + ".");
  }

  private Optional<String> wrongOrganization(String organization) {
    List<String> found = values(BCStyle.O);
    return found.isEmpty() || found.equals(List.of(organization))
        ? Optional.empty()
        : Optional.of(
            "The organization (O) is not "
                + organization
                + ". Maybe the station's OrganizationName or CpoName must be set.");
  }

  private Optional<String> forged()
      throws GeneralSecurityException, OperatorCreationException, PKCSException {
    return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key()))
        ? Optional.empty()
        : Optional.of("The signature is wrong.");
  }

  private List<String> values(ASN1ObjectIdentifier type) {
    return Stream.of(request.getSubject().getRDNs(type))
        .map(rdn -> IETFUtils.valueToString(rdn.getFirst().getValue()))
        .toList();
  }
}
