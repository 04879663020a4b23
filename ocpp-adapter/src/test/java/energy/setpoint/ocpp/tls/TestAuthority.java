package energy.setpoint.ocpp.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes real certificates for tests, good ones and bad ones. */
@SuppressWarnings("JavaUtilDate")
public final class TestAuthority {

  private static final AtomicLong SERIALS = new AtomicLong(1000);

  private final String subject;
  private final KeyPair keys;
  private final Instant now;
  private final X509Certificate certificate;

  private TestAuthority(String name, Instant now) {
    this.subject = "CN=" + name;
    this.now = now;
    this.keys = keys("EC");
    this.certificate =
        sign(
            this.subject,
            keys.getPublic(),
            now.minus(Duration.ofDays(100)),
            now.plus(Duration.ofDays(1000)),
            true,
            "");
  }

  private TestAuthority(String subject, KeyPair keys, Instant now, X509Certificate certificate) {
    this.subject = subject;
    this.keys = keys;
    this.now = now;
    this.certificate = certificate;
  }

  public static TestAuthority named(String name, Instant now) {
    return new TestAuthority(name, now);
  }

  /**
   * A certificate and its key.
   *
   * @param above what leads to its root, without the root
   */
  public record Issued(X509Certificate certificate, KeyPair keys, List<X509Certificate> above) {

    Issued(X509Certificate certificate, KeyPair keys) {
      this(certificate, keys, List.of());
    }

    public X509Certificate[] chain() {
      List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
      chain.addAll(above);
      return chain.toArray(X509Certificate[]::new);
    }

    /** Signs another one, as only an authority may. */
    public Issued sign(String subject, Instant now) {
      TestAuthority self =
          new TestAuthority(
              certificate.getSubjectX500Principal().getName(), keys, now, certificate);
      Issued other = self.issue(subject);
      return new Issued(other.certificate(), other.keys(), List.of(certificate));
    }

    public String keyPem() {
      try {
        return pem(new JcaPKCS8Generator(keys.getPrivate(), null));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** Valid from yesterday for a month. */
  public Issued issue(String subject) {
    return issue(subject, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)));
  }

  public Issued issue(String subject, Instant from, Instant to) {
    KeyPair own = keys("EC");
    return new Issued(sign(subject, own.getPublic(), from, to, false, ""), own);
  }

  /** A server's, which names its host as OCPP wants it and as browsers do. */
  public Issued issueForHost(String host, String algorithm, Instant from, Instant to) {
    KeyPair own = keys(algorithm);
    return new Issued(
        sign("CN=" + host + ",O=Setpoint", own.getPublic(), from, to, false, host), own);
  }

  public Issued issueForHost(String host) {
    return issueForHost(host, "EC", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)));
  }

  /** What a station asks for, signed as it stands. */
  public X509Certificate sign(PKCS10CertificationRequest request) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              certificate,
              BigInteger.valueOf(SERIALS.incrementAndGet()),
              Date.from(now.minus(Duration.ofHours(1))),
              Date.from(now.plus(Duration.ofDays(30))),
              new javax.security.auth.x500.X500Principal(request.getSubject().getEncoded()),
              new org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest(request)
                  .getPublicKey());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer(keys)));
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  public X509CRL revoke(X509Certificate... revoked) {
    try {
      var builder = new JcaX509v2CRLBuilder(certificate, Date.from(now.minusSeconds(60)));
      builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(30))));
      for (X509Certificate each : revoked) {
        builder.addCRLEntry(each.getSerialNumber(), Date.from(now), CRLReason.keyCompromise);
      }
      return new JcaX509CRLConverter().getCRL(builder.build(signer(keys)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Signed by itself. */
  public static Issued selfSigned(String subject, Instant now) {
    TestAuthority self = new TestAuthority(subject.substring(3), now);
    return new Issued(self.certificate, self.keys);
  }

  public static PKCS10CertificationRequest request(String subject, KeyPair keys) {
    return new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), keys.getPublic())
        .build(signer(keys));
  }

  public static String pem(Object... parts) {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      for (Object part : List.of(parts)) {
        writer.writeObject(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  public static KeyPair keys(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(algorithm.equals("EC") ? 256 : 2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private X509Certificate sign(
      String subject, PublicKey key, Instant from, Instant to, boolean isAuthority, String host) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              new X500Name(this.subject),
              BigInteger.valueOf(SERIALS.incrementAndGet()),
              Date.from(from),
              Date.from(to),
              new X500Name(subject),
              key);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
      if (!host.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
      }
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer(keys)));
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ContentSigner signer(KeyPair keys) {
    String algorithm =
        keys.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    try {
      return new JcaContentSignerBuilder(algorithm).build(keys.getPrivate());
    } catch (OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }
}
