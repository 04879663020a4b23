package energy.setpoint.app.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.pki.AuthorityFolder.Existing;
import energy.setpoint.core.site.StationId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInAuthorityTest {

  /** PKIX checks against the real time. */
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.now());

  private static final StationId CP1 = new StationId("CP1");

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void make() throws IOException {
    folder = temporary.resolve("tls");
    AuthorityFolder.create(folder, "Example, Inc.", CLOCK);
  }

  /** A00.FR.505 to A00.FR.511; the root signs it, and the station's key is in it. */
  @Test
  void signsWhatAStationAsksFor() throws Exception {
    KeyPair keys = keys("RSA", 2048);
    try (var authority = new BuiltInAuthority(AuthorityFolder.open(folder, CLOCK))) {
      String csr = request("CN=CP1", keys, keys);

      assertThat(authority.findObstacle(CP1, csr)).isEmpty();
      String chain = authority.sign(CP1, csr).toCompletableFuture().get();

      List<X509Certificate> made = certificates(chain);
      X509Certificate own = made.getFirst();
      assertThat(own.getPublicKey()).isEqualTo(keys.getPublic());
      assertThat(own.getSubjectX500Principal().getName()).isEqualTo("CN=CP1,O=Example\\, Inc.");
      assertThat(own.getBasicConstraints()).isEqualTo(-1);
      assertThat(own.getExtendedKeyUsage()).isNull();
      assertThat(chain).hasSizeLessThan(10_000);
      validate(own, made.getLast());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CN=CP2                     | RSA | 2048 | The common name (CN) is not CP1.",
        "O=Example                  | RSA | 2048 | The common name (CN) is not CP1.",
        "CN=CP1,CN=CP2              | RSA | 2048 | The common name (CN) is not CP1.",
        "CN=CP1,O=Somebody          | RSA | 2048 | The organization (O) is not Example, Inc.",
        "CN=CP1                     | RSA | 1024 | The RSA key has 1024 bits, expected at least 2048.",
        "CN=CP1                     | DSA | 2048 | The key is neither RSA nor EC.",
      })
  void signsNothingElse(String subject, String kind, int bits, String obstacle) throws Exception {
    KeyPair keys = keys(kind, bits);
    try (var authority = new BuiltInAuthority(AuthorityFolder.open(folder, CLOCK))) {
      var found = authority.findObstacle(CP1, request(subject, keys, keys));

      assertThat(found.orElseThrow()).startsWith(obstacle);
    }
  }

  @Test
  void signsNothingWhoseSenderHasNotTheKey() throws Exception {
    String forged = request("CN=CP1", keys("EC", 256), keys("EC", 256));
    try (var authority = new BuiltInAuthority(AuthorityFolder.open(folder, CLOCK))) {
      assertThat(authority.findObstacle(CP1, forged)).contains("The signature is wrong.");
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "nonsense", "-----BEGIN CERTIFICATE REQUEST-----"})
  void refusesWhatIsNoRequest(String text) throws IOException {
    try (var authority = new BuiltInAuthority(AuthorityFolder.open(folder, CLOCK))) {
      assertThat(authority.findObstacle(CP1, text)).contains("This is no signing request in PEM.");
    }
  }

  @Test
  void revokesWhatItSignedForAStation() throws Exception {
    AuthorityFolder authority = AuthorityFolder.open(folder, CLOCK);
    X509Certificate first =
        one(authority.issueForStation("CP1", Duration.ofDays(9), Existing.KEEP));
    X509Certificate other =
        one(authority.issueForStation("CP1.5", Duration.ofDays(9), Existing.KEEP));

    int revoked = authority.revoke("CP1");

    assertThat(revoked).isEqualTo(1);
    assertThat(revocations().isRevoked(first)).isTrue();
    assertThat(revocations().isRevoked(other)).isFalse();
    assertThat(authority.revoke("CP1")).isZero();
    assertThat(authority.revoke("CP1.5")).isEqualTo(1);
    assertThat(revocations().isRevoked(first)).isTrue();
  }

  /** Ids that differ only in characters that a disk may not take are one name on it. */
  @Test
  void takesNoOtherStationForTheOneWhoseNameIsTheSameOnTheDisk() throws Exception {
    AuthorityFolder authority = AuthorityFolder.open(folder, CLOCK);
    X509Certificate slash =
        one(authority.issueForStation("a/b", Duration.ofDays(9), Existing.KEEP));
    KeyPair keys = keys("EC", 256);
    X509Certificate line =
        authority.issue("a_b", Optional.empty(), keys.getPublic(), Duration.ofDays(9));

    int revoked = authority.revoke("a_b");

    assertThat(revoked).isEqualTo(1);
    assertThat(revocations().isRevoked(line)).isTrue();
    assertThat(revocations().isRevoked(slash)).isFalse();
    assertThatThrownBy(() -> authority.issueForStation("a_b", Duration.ofDays(9), Existing.REPLACE))
        .hasMessageContaining("a_b.pem is that of another name than a_b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"authority", "revoked", "issued"})
  void keepsItsOwnFilesWhateverAStationIsCalled(String station) throws IOException {
    AuthorityFolder authority = AuthorityFolder.open(folder, CLOCK);
    String root = Files.readString(folder.resolve("authority.pem"));
    String key = Files.readString(folder.resolve("authority.key"));
    String revocations = Files.readString(folder.resolve("revoked.pem"));

    authority.issueForStation(station, Duration.ofDays(9), Existing.KEEP);

    assertThat(folder.resolve("authority.pem")).hasContent(root);
    assertThat(folder.resolve("authority.key")).hasContent(key);
    assertThat(folder.resolve("revoked.pem")).hasContent(revocations);
  }

  @Test
  void replacesACertificateOnlyOnPurpose() throws Exception {
    AuthorityFolder authority = AuthorityFolder.open(folder, CLOCK);
    Path file = authority.issueForStation("CP1", Duration.ofDays(9), Existing.KEEP);
    X509Certificate first = one(file);

    assertThatThrownBy(() -> authority.issueForStation("CP1", Duration.ofDays(9), Existing.KEEP))
        .hasMessageContaining("CP1 has a certificate already")
        .hasMessageContaining("--renew");
    assertThat(one(file)).isEqualTo(first);
    authority.issueForStation("CP1", Duration.ofDays(9), Existing.REPLACE);

    assertThat(one(file)).isNotEqualTo(first);
  }

  @Test
  void keepsItsKeysFromOthersOnTheMachine() throws IOException {
    Path server =
        AuthorityFolder.open(folder, CLOCK)
            .issueForServer("csms.example", Duration.ofDays(9), Existing.KEEP);

    for (Path secret :
        List.of(folder.resolve("authority.key"), folder.resolve("certificates/csms.example.key"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
    }
    assertThat(Files.readString(server)).doesNotContain("PRIVATE");
  }

  @Test
  void overwritesNoAuthority() throws IOException {
    String before = Files.readString(folder.resolve("authority.pem"));

    assertThatThrownBy(() -> AuthorityFolder.create(folder, "Another", CLOCK))
        .hasMessageContaining("has an authority already");
    assertThat(folder.resolve("authority.pem")).hasContent(before);
  }

  @Test
  void saysWhatToDoWhereThereIsNoAuthority() {
    assertThatThrownBy(() -> AuthorityFolder.open(temporary, CLOCK))
        .hasMessageContaining("./setpoint ca init");
  }

  private static void validate(X509Certificate own, X509Certificate root)
      throws GeneralSecurityException {
    var parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(own)), parameters);
  }

  private X509CRL revocations() throws GeneralSecurityException, IOException {
    try (var in = Files.newInputStream(folder.resolve("revoked.pem"))) {
      return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
    }
  }

  private static X509Certificate one(Path file) throws GeneralSecurityException, IOException {
    return certificates(Files.readString(file)).getFirst();
  }

  private static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
        .stream()
        .map(X509Certificate.class::cast)
        .toList();
  }

  private static KeyPair keys(String kind, int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    if (kind.equals("EC")) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    } else {
      generator.initialize(bits);
    }
    return generator.generateKeyPair();
  }

  private static String request(String subject, KeyPair named, KeyPair signing)
      throws OperatorCreationException {
    String algorithm = "SHA256with" + signing.getPrivate().getAlgorithm().replace("EC", "ECDSA");
    return Pem.text(
        new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), named.getPublic())
            .build(new JcaContentSignerBuilder(algorithm).build(signing.getPrivate())));
  }
}
