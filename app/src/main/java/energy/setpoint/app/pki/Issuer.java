package energy.setpoint.app.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CRLHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Signs certificates and revocation lists with the key of an authority: ECDSA with SHA-256
 * (A00.FR.505, A00.FR.506) and the properties of A00.FR.508 to A00.FR.514.
 */
// The JDK's and Bouncy Castle's APIs of certificates speak java.util.Date.
@SuppressWarnings("JavaUtilDate")
final class Issuer {

  static final String SIGNATURE = "SHA256withECDSA";

  /** The station's clock may be behind ours (A02.FR.06, note). */
  private static final Duration BACKDATING = Duration.ofDays(1);

  private static final int SERIAL_BITS = 127;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final X509Certificate certificate;
  private final PrivateKey key;

  Issuer(X509Certificate certificate, PrivateKey key) {
    this.certificate = certificate;
    this.key = key;
  }

  X509Certificate certificate() {
    return certificate;
  }

  PrivateKey key() {
    return key;
  }

  /** The organization that the authority belongs to. */
  String organization() {
    return new X500Name(certificate.getSubjectX500Principal().getName())
        .getRDNs(BCStyle.O)[0]
        .getFirst()
        .getValue()
        .toString();
  }

  static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
    return generator.generateKeyPair();
  }

  /** A root that signs itself and what is below it. */
  static Issuer newRoot(String organization, Instant now, Duration validity)
      throws GeneralSecurityException, IOException {
    KeyPair keys = newKeys();
    X500Name name = name(organization + " root", organization);
    X509v3CertificateBuilder builder = builder(name, name, keys.getPublic(), now, validity);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    return new Issuer(sign(builder, keys.getPrivate()), keys.getPrivate());
  }

  /**
   * A certificate for a server or a station.
   *
   * @param host of a server; empty for a station (A00.FR.511)
   */
  X509Certificate issue(
      String commonName,
      String organization,
      Optional<String> host,
      PublicKey owner,
      Instant now,
      Duration validity)
      throws GeneralSecurityException, IOException {
    X509v3CertificateBuilder builder =
        builder(
            X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
            name(commonName, organization),
            owner,
            now,
            validity);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
    if (host.isPresent()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, host.get())));
    }
    return sign(builder, key);
  }

  /**
   * The next revocation list: what the last one had, and more.
   *
   * @param last empty for the first one
   */
  X509CRL revoke(Optional<X509CRL> last, List<BigInteger> serials, Instant now)
      throws GeneralSecurityException, IOException {
    JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(certificate, Date.from(now));
    // It is a file that lies beside the server; it is as fresh as it gets for as long as it lies.
    builder.setNextUpdate(certificate.getNotAfter());
    if (last.isPresent()) {
      builder.addCRL(new JcaX509CRLHolder(last.get()));
    }
    for (BigInteger serial : serials) {
      builder.addCRLEntry(serial, Date.from(now), 0);
    }
    builder.addExtension(
        Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
    return new JcaX509CRLConverter().getCRL(builder.build(signer(key)));
  }

  /** Whether a certificate is for a server or a station of that name. */
  static boolean names(X509Certificate certificate, String commonName) {
    RDN[] found =
        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
            .getRDNs(BCStyle.CN);
    return found.length == 1 && found[0].getFirst().getValue().toString().equals(commonName);
  }

  private static X500Name name(String commonName, String organization) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, organization)
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey owner, Instant now, Duration validity) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, RANDOM),
        Date.from(now.minus(BACKDATING)),
        Date.from(now.plus(validity)),
        subject,
        owner);
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
  }

  private static ContentSigner signer(PrivateKey key) {
    try {
      return new JcaContentSignerBuilder(SIGNATURE).build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("Every JDK has " + SIGNATURE + ".", e);
    }
  }
}
