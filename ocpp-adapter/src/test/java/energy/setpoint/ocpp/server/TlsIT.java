package energy.setpoint.ocpp.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.certificate.SecurityDesk;
import energy.setpoint.ocpp.security.SecurityProfile;
import energy.setpoint.ocpp.security.StationAccess;
import energy.setpoint.ocpp.security.password.PasswordHash;
import energy.setpoint.ocpp.tls.TestAuthority;
import energy.setpoint.ocpp.tls.TestAuthority.Issued;
import energy.setpoint.ocpp.tls.TlsSettings;
import energy.setpoint.ocpp.tls.TlsSettings.Floor;
import energy.setpoint.ocpp.tls.TlsSettings.Identity;
import energy.setpoint.ocpp.tls.TlsSettings.StationTrust;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Security profiles 2 and 3 over real sockets, with real certificates. */
class TlsIT {

  /** The station's side checks the server against the real time. */
  private static final Instant NOW = Instant.now();

  private static final Duration DAY = Duration.ofDays(1);
  private static final TestAuthority OURS = TestAuthority.named("Setpoint root", NOW);
  private static final TestAuthority THEIRS = TestAuthority.named("Another root", NOW);
  private static final Issued SERVER = OURS.issueForHost("localhost");
  private static final Issued CP3 = OURS.issue("CN=CP3,O=Setpoint");
  private static final String PASSWORD = "correct-horse-battery";
  private static final Map<String, String> LOGIN =
      Map.of(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(("CP2:" + PASSWORD).getBytes(UTF_8)));
  private static final StationAccess BY_PASSWORD =
      new StationAccess(
          SecurityProfile.TLS_PASSWORD,
          Optional.of(PasswordHash.of(PASSWORD, 1000, new Random(7))));
  private static final StationAccess BY_CERTIFICATE =
      new StationAccess(SecurityProfile.TLS_CERTIFICATE, Optional.empty());

  @TempDir Path folder;
  private final List<HttpClient> clients = new ArrayList<>();
  private Optional<SecuredPort> started = Optional.empty();

  @AfterEach
  void stop() {
    clients.forEach(HttpClient::shutdownNow);
    started.ifPresent(SecuredPort::close);
  }

  /** A00.FR.301 to A00.FR.315. */
  @Test
  void letsAStationInByTlsAndPassword() throws IOException {
    var port = start(SERVER);

    assertThat(SecuredPort.knock(trusting(OURS), port.secure("CP2"), LOGIN)).isEqualTo(101);
    assertThat(SecuredPort.knock(trusting(OURS), port.secure("CP2"), Map.of())).isEqualTo(401);
    assertThat(SecuredPort.knock(trusting(OURS), port.plain("CP2"), LOGIN)).isEqualTo(403);
  }

  /** A00.FR.308, A00.FR.309: what a station would see of a wrong server. */
  @Test
  void isNotTakenForTheServerWhenItsCertificateIsWrong() throws IOException {
    Issued expired =
        OURS.issueForHost("localhost", "EC", NOW.minus(DAY.multipliedBy(9)), NOW.minus(DAY));
    Issued early =
        OURS.issueForHost("localhost", "EC", NOW.plus(DAY), NOW.plus(DAY.multipliedBy(9)));

    for (Issued wrong :
        List.of(
            expired, early, OURS.issueForHost("csms.example"), THEIRS.issueForHost("localhost"))) {
      var port = start(wrong);
      assertThat(SecuredPort.knock(trusting(OURS), port.secure("CP2"), LOGIN)).isZero();
      Patience.until("counted", () -> !port.counters.certificatesRefused().isEmpty());
      assertThat(port.gateway.isConnected(new StationId("CP2"))).isFalse();
      port.close();
    }
  }

  /** A00.FR.401 to A00.FR.405. */
  @Test
  void letsAStationInByItsCertificate() throws IOException {
    var port = start(SERVER);

    assertThat(SecuredPort.knock(showing(CP3), port.secure("CP3"), Map.of())).isEqualTo(101);
    assertThat(SecuredPort.knock(showing(CP3), port.plain("CP3"), Map.of())).isEqualTo(403);
    assertThat(SecuredPort.knock(trusting(OURS), port.secure("CP3"), LOGIN)).isEqualTo(403);
    assertThat(port.counters.turnedAway())
        .containsEntry("no certificate", 1L)
        .containsEntry("profile too weak", 1L);
  }

  /** A certificate is more than a password (profile 3 where 2 would do). */
  @Test
  void letsAStationInByMoreThanItsProfileDemands() throws IOException {
    var port = start(SERVER);

    assertThat(
            SecuredPort.knock(
                showing(OURS.issue("CN=CP2,O=Setpoint")), port.secure("CP2"), Map.of()))
        .isEqualTo(101);
  }

  /** A00.FR.403, A00.FR.407, A00.FR.408. */
  @ParameterizedTest
  @CsvSource({
    "expired, certificate expired",
    "early, certificate not yet valid",
    "theirs, certificate of an unknown authority",
    "self-signed, certificate of an unknown authority",
    "revoked, certificate revoked",
    "signed by a station, certificate signed by what is no authority"
  })
  void believesNoWrongCertificate(String kind, String reason) throws IOException {
    Issued wrong = wrong(kind);
    var port = start(SERVER, Floor.TLS_1_2, OURS.revoke(wrong.certificate()));

    int status =
        SecuredPort.knock(
            Tls.client(clients, OURS, Optional.of(wrong)), port.secure("CP3"), Map.of());

    assertThat(status).isZero();
    Patience.until("counted", () -> !port.counters.certificatesRefused().isEmpty());
    assertThat(port.counters.certificatesRefused()).containsOnlyKeys(reason);
    assertThat(port.events)
        .extracting(SecurityEvent::type)
        .containsOnly("InvalidChargingStationCertificate");
  }

  private static Issued wrong(String kind) {
    return switch (kind) {
      case "expired" ->
          OURS.issue("CN=CP3,O=Setpoint", NOW.minus(DAY.multipliedBy(9)), NOW.minus(DAY));
      case "early" -> OURS.issue("CN=CP3,O=Setpoint", NOW.plus(DAY), NOW.plus(DAY.multipliedBy(9)));
      case "theirs" -> THEIRS.issue("CN=CP3,O=Setpoint");
      case "self-signed" -> TestAuthority.selfSigned("CN=CP3", NOW);
      case "revoked" -> OURS.issue("CN=CP3,O=Setpoint");
      case "signed by a station" -> CP3.sign("CN=CP3,O=Setpoint", NOW);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** A00.FR.404, A00.FR.405. */
  @ParameterizedTest
  @CsvSource({
    "'CN=CP4,O=Setpoint', certificate of another station",
    "'CN=CP33,O=Setpoint', certificate of another station",
    "'O=Setpoint', certificate of another station",
    "'CN=CP3,O=Somebody', certificate of another operator",
    "'CN=CP3', certificate of another operator"
  })
  void turnsAwayACertificateOfSomebodyElse(String subject, String reason) throws IOException {
    var port = start(SERVER);

    int status = SecuredPort.knock(showing(OURS.issue(subject)), port.secure("CP3"), Map.of());

    assertThat(status).isEqualTo(403);
    assertThat(port.counters.turnedAway()).containsExactly(Map.entry(reason, 1L));
  }

  /** A00.FR.313, A00.FR.315. */
  @Test
  void speaksNoVersionBelowItsFloor() throws IOException {
    var port = start(SERVER, Floor.TLS_1_3, OURS.revoke());

    HttpClient old = Tls.client(clients, OURS, Optional.empty(), "TLSv1.2");
    HttpClient modern = Tls.client(clients, OURS, Optional.empty(), "TLSv1.3");

    assertThat(SecuredPort.knock(old, port.secure("CP2"), LOGIN)).isZero();
    assertThat(SecuredPort.knock(modern, port.secure("CP2"), LOGIN)).isEqualTo(101);
    assertThat(port.counters.certificatesRefused()).containsKey("TLS version too old");
  }

  /** A00.FR.318; what JDK 25 switches off itself is told in {@code CipherSuites}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
      })
  void speaksTheCipherSuitesOfTheSpecificationWithBothKindsOfKeys(String suite) throws IOException {
    Issued rsa = OURS.issueForHost("localhost", "RSA", NOW.minus(DAY), NOW.plus(DAY));
    var identities = List.of(identity("ec", SERVER), identity("rsa", rsa));
    var port = start(new TlsSettings(identities, Floor.TLS_1_2, Optional.empty()));

    HttpClient client = Tls.client(clients, OURS, Optional.empty(), "TLSv1.2", suite);

    assertThat(SecuredPort.knock(client, port.secure("CP2"), LOGIN)).isEqualTo(101);
  }

  /** A00.FR.320, A00.FR.322. */
  @Test
  void speaksNoOtherCipherSuite() throws IOException {
    var port = start(SERVER);
    HttpClient client =
        Tls.client(
            clients, OURS, Optional.empty(), "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256");

    assertThat(SecuredPort.knock(client, port.secure("CP2"), LOGIN)).isZero();
    assertThat(port.counters.certificatesRefused()).containsKey("no common cipher suite");
  }

  @Test
  void takesNewFilesForNewConnectionsAndKeepsTheOldOnes() throws IOException {
    var port = start(THEIRS.issueForHost("localhost"));
    var before =
        TestStation.connectAsync(trusting(THEIRS), port.secure("CP2"), LOGIN, "ocpp2.1").join();

    identity("server", SERVER);
    port.tls.orElseThrow().refresh();

    assertThat(SecuredPort.knock(showing(CP3), port.secure("CP3"), Map.of())).isEqualTo(101);
    assertThat(before.ask("[2,\"1\",\"Heartbeat\",{}]")).startsWith("[3,\"1\"");
  }

  @Test
  void takesANewRevocationListAtOnce() throws IOException {
    var port = start(SERVER);
    assertThat(SecuredPort.knock(showing(CP3), port.secure("CP3"), Map.of())).isEqualTo(101);

    write("revoked.pem", TestAuthority.pem(OURS.revoke(CP3.certificate())));
    port.tls.orElseThrow().refresh();

    assertThat(SecuredPort.knock(showing(CP3), port.secure("CP3"), Map.of())).isZero();
    assertThat(port.counters.certificatesRefused()).containsKey("certificate revoked");
  }

  @Test
  void goesOnWithTheOldFilesWhenTheNewOnesAreBroken() throws IOException {
    var port = start(SERVER);

    write("server.pem", "broken");
    port.tls.orElseThrow().refresh();

    assertThat(SecuredPort.knock(showing(CP3), port.secure("CP3"), Map.of())).isEqualTo(101);
    assertThat(port.counters.reloadFailures()).isEqualTo(1);
  }

  /** A resumed TLS session is not checked again by TLS itself. */
  @Test
  void turnsAwayACertificateThatExpiredMeanwhile() throws IOException {
    var port = start(SERVER);
    HttpClient station = showing(CP3);
    assertThat(SecuredPort.knock(station, port.secure("CP3"), Map.of())).isEqualTo(101);

    port.now.set(NOW.plus(DAY.multipliedBy(31)));

    assertThat(SecuredPort.knock(station, port.secure("CP3"), Map.of())).isNotEqualTo(101);
  }

  private SecuredPort start(Issued server) throws IOException {
    return start(server, Floor.TLS_1_2, OURS.revoke());
  }

  private SecuredPort start(Issued server, Floor floor, Object revocations) throws IOException {
    var trust =
        new StationTrust(
            write("roots.pem", TestAuthority.pem(OURS.certificate())),
            Optional.of(write("revoked.pem", TestAuthority.pem(revocations))));
    return start(new TlsSettings(List.of(identity("server", server)), floor, Optional.of(trust)));
  }

  private SecuredPort start(TlsSettings settings) {
    var port =
        new SecuredPort(
            Map.of(
                new StationId("CP2"), BY_PASSWORD,
                new StationId("CP3"), BY_CERTIFICATE,
                new StationId("CP4"), BY_CERTIFICATE),
            BY_CERTIFICATE,
            Optional.of(settings),
            NOW,
            SecurityDesk.none());
    started = Optional.of(port);
    return port;
  }

  private Identity identity(String name, Issued server) throws IOException {
    return new Identity(
        write(name + ".pem", TestAuthority.pem(server.certificate())),
        write(name + ".key", server.keyPem()));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private HttpClient trusting(TestAuthority authority) {
    return Tls.client(clients, authority, Optional.empty());
  }

  private HttpClient showing(Issued own) {
    return Tls.client(clients, OURS, Optional.of(own));
  }
}
