package energy.setpoint.simulation.station;

import energy.setpoint.simulation.station.line.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * CertificateHashDataType of a PEM certificate, as an OCSP request names it (RFC 6960). The key of
 * the issuer is taken from the certificate itself, which is right for root certificates.
 */
public final class CertificateHash {

  private CertificateHash() {}

  /** Empty when it is no X.509 certificate. */
  public static Optional<ObjectNode> of(String pem) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
      X509Certificate certificate =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
      return Optional.of(
          Json.object()
              .put("hashAlgorithm", "SHA256")
              .put("issuerNameHash", sha256(certificate.getIssuerX500Principal().getEncoded()))
              .put("issuerKeyHash", sha256(key(certificate)))
              .put("serialNumber", certificate.getSerialNumber().toString(16)));
    } catch (GeneralSecurityException noCertificate) {
      return Optional.empty();
    }
  }

  /** Whether two of them name one certificate; hexadecimal digits may be written either way. */
  public static boolean same(JsonNode one, JsonNode other) {
    return same(one, other, "serialNumber")
        && same(one, other, "issuerNameHash")
        && same(one, other, "issuerKeyHash");
  }

  private static boolean same(JsonNode one, JsonNode other, String field) {
    return one.path(field).asString("").equalsIgnoreCase(other.path(field).asString("-"));
  }

  /** The public key without its algorithm: the last BIT STRING of SubjectPublicKeyInfo. */
  private static byte[] key(X509Certificate certificate) {
    byte[] encoded = certificate.getPublicKey().getEncoded();
    int at = 1 + lengthBytes(encoded, 1);
    at += 1 + lengthBytes(encoded, at + 1) + length(encoded, at + 1);
    int header = 1 + lengthBytes(encoded, at + 1) + 1;
    return Arrays.copyOfRange(encoded, at + header, encoded.length);
  }

  private static int lengthBytes(byte[] der, int at) {
    int first = der[at] & 0xFF;
    return first < 0x80 ? 1 : 1 + (first & 0x7F);
  }

  private static int length(byte[] der, int at) {
    int first = der[at] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 1; i <= (first & 0x7F); i++) {
      length = length << 8 | der[at + i] & 0xFF;
    }
    return length;
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
