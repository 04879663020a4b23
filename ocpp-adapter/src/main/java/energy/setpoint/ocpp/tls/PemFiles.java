package energy.setpoint.ocpp.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads PEM files (A00.FR.507). What is wrong with one never shows what is in it. */
final class PemFiles {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private PemFiles() {}

  static List<X509Certificate> certificates(Path file) {
    try {
      List<X509Certificate> found =
          x509().generateCertificates(new ByteArrayInputStream(bytes(file))).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (found.isEmpty()) {
        throw new TlsFileException(file, "has no certificate in PEM.");
      }
      return found;
    } catch (CertificateException e) {
      throw new TlsFileException(file, "has no certificates in PEM.", e);
    }
  }

  static List<X509CRL> revocations(Path file) {
    try {
      List<X509CRL> found =
          x509().generateCRLs(new ByteArrayInputStream(bytes(file))).stream()
              .map(X509CRL.class::cast)
              .toList();
      if (found.isEmpty()) {
        throw new TlsFileException(file, "has no revocation list in PEM.");
      }
      return found;
    } catch (CertificateException | CRLException e) {
      throw new TlsFileException(file, "has no revocation lists in PEM.", e);
    }
  }

  /**
   * @param algorithm of the certificate that it belongs to: {@code RSA} or {@code EC}
   */
  static PrivateKey key(Path file, String algorithm) {
    Matcher block = KEY.matcher(new String(bytes(file), StandardCharsets.US_ASCII));
    if (!block.find()) {
      throw new TlsFileException(
          file,
          "has no 'PRIVATE KEY' in PEM. Maybe it must be converted:"
              + " openssl pkcs8 -topk8 -nocrypt -in FILE -out FILE.pk8");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(block.group(1));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new TlsFileException(file, "has no " + algorithm + " key for its certificate.");
    }
  }

  /** Replacing two files takes two moments; between them one does not fit the other. */
  static void requireMatch(Path file, PrivateKey key, X509Certificate certificate) {
    String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      if (signature.verify(signed)) {
        return;
      }
    } catch (GeneralSecurityException e) {
      throw new TlsFileException(file, "has a key that cannot sign.", e);
    }
    throw new TlsFileException(file, "has another key than that of its certificate.");
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new TlsFileException(file, "cannot be read: " + e);
    }
  }

  private static CertificateFactory x509() throws CertificateException {
    return CertificateFactory.getInstance("X.509");
  }
}
