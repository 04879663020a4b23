package energy.setpoint.ocpp.server;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.FakeDialect;
import energy.setpoint.ocpp.certificate.CertificateAuthority;
import energy.setpoint.ocpp.certificate.CertificatePurpose;
import energy.setpoint.ocpp.certificate.SecurityDesk;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.security.StationAccess;
import energy.setpoint.ocpp.stats.SecurityCounters;
import energy.setpoint.ocpp.tls.TestAuthority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Use cases A02, A03 and A04 over real sockets, with real keys. */
class SignCertificateIT {

  private static final Instant NOW = Instant.now();
  private static final StationId CP1 = new StationId("CP1");
  private static final TestAuthority ROOT = TestAuthority.named("Setpoint root", NOW);

  private final HttpClient client = HttpClient.newHttpClient();
  private final SecurityCounters counters = new SecurityCounters();
  private final Queue<SecurityEvent> events = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> alarms = new ConcurrentLinkedQueue<>();
  private final Alarm byHand =
      (delay, work) -> {
        alarms.add(work);
        return () -> alarms.remove(work);
      };
  private final SecuredPort port =
      new SecuredPort(
          Map.of(CP1, StationAccess.OPEN),
          StationAccess.OPEN,
          Optional.empty(),
          NOW,
          new SecurityDesk(
              Map.of(CertificatePurpose.CHARGING_STATION, new Signer()),
              events::add,
              counters,
              () -> NOW,
              byHand));

  @AfterEach
  void stop() {
    client.shutdownNow();
    port.close();
  }

  /** A02.FR.11, A02.FR.14, A02.FR.25. */
  @ParameterizedTest
  @CsvSource({
    "ocpp1.6, false, false",
    "ocpp2.0.1, true, false",
    "ocpp2.0.1, false, false",
    "ocpp2.1, true, true",
    "ocpp2.1, false, false"
  })
  void bringsAStationTheCertificateThatItAskedFor(String version, boolean type, boolean requestId)
      throws CertificateException {
    TestStation station = connect(version);
    KeyPair keys = TestAuthority.keys("EC");
    ObjectNode wish = wish(keys);
    if (type) {
      wish.put("certificateType", "ChargingStationCertificate");
    }
    if (requestId) {
      wish.put("requestId", 4711);
    }

    String answer = station.ask("[2,\"1\",\"SignCertificate\"," + wish + "]");
    JsonNode call = FakeDialect.JSON.readTree(station.next());
    station.send("[3,\"" + call.path(1).stringValue() + "\",{\"status\":\"Accepted\"}]");

    assertThat(answer).isEqualTo("[3,\"1\",{\"status\":\"Accepted\"}]");
    assertThat(call.path(2).stringValue()).isEqualTo("CertificateSigned");
    X509Certificate signed = certificate(call.path(3).path("certificateChain").stringValue());
    assertThat(signed.getPublicKey()).isEqualTo(keys.getPublic());
    assertThat(call.path(3).has("certificateType")).isEqualTo(type);
    assertThat(call.path(3).path("requestId").asInt(0)).isEqualTo(requestId ? 4711 : 0);
    Patience.until("installed", () -> counters.signingOutcomes().containsKey("installed"));
    assertThat(events).extracting(SecurityEvent::type).containsExactly("CertificateInstalled");
  }

  /** A02.FR.12. */
  @ParameterizedTest
  @CsvSource({
    "ocpp1.6, '', {\"status\":\"Rejected\"}",
    "ocpp2.0.1, V2GCertificate, InvalidCSR",
    "ocpp2.1, V2G20Certificate, InvalidCSR"
  })
  void refusesWhatNobodySigns(String version, String type, String words) {
    TestStation station = connect(version);
    ObjectNode wish = FakeDialect.JSON.createObjectNode().put("csr", "nonsense");
    if (!type.isEmpty()) {
      wish.put("certificateType", type);
    }

    String answer = station.ask("[2,\"1\",\"SignCertificate\"," + wish + "]");

    assertThat(answer).startsWith("[3,\"1\",{\"status\":\"Rejected\"").contains(words);
    assertThat(counters.signingOutcomes()).containsExactly(Map.entry("refused", 1L));
    assertThat(events).extracting(SecurityEvent::type).containsExactly("CertificateRequestRefused");
  }

  /** A02.FR.07: the station has discarded it, so another attempt is of no use. */
  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1", "ocpp2.1"})
  void doesNotTryAgainWhenTheStationRejectsTheCertificate(String version) {
    TestStation station = connect(version);

    station.ask("[2,\"1\",\"SignCertificate\"," + wish(TestAuthority.keys("EC")) + "]");
    JsonNode call = FakeDialect.JSON.readTree(station.next());
    station.send("[3,\"" + call.path(1).stringValue() + "\",{\"status\":\"Rejected\"}]");

    Patience.until("rejected", () -> counters.signingOutcomes().containsKey("rejected"));
    assertThat(alarms).isEmpty();
    assertThat(events).extracting(SecurityEvent::type).containsExactly("CertificateNotInstalled");
  }

  @Test
  void triesAgainOverTheNextConnectionAndGivesUpAfterAFewTimes() {
    TestStation first = connect("ocpp2.1");
    first.ask("[2,\"1\",\"SignCertificate\"," + wish(TestAuthority.keys("EC")) + "]");
    first.next();
    first.vanish();
    Patience.until("lost", () -> alarms.size() == 1);
    Patience.until("gone", () -> !port.gateway.isConnected(CP1));

    TestStation second = connect("ocpp2.1");
    alarms.remove().run();
    JsonNode again = FakeDialect.JSON.readTree(second.next());
    second.vanish();
    Patience.until("lost again", () -> alarms.size() == 1);
    Patience.until("gone again", () -> !port.gateway.isConnected(CP1));
    alarms.remove().run();

    assertThat(again.path(2).stringValue()).isEqualTo("CertificateSigned");
    assertThat(counters.signingOutcomes())
        .containsExactly(Map.entry("not delivered", 1L), Map.entry("tried again", 2L));
    assertThat(alarms).isEmpty();
  }

  /** A04.FR.03. */
  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1", "ocpp2.1"})
  void keepsTheSecurityEventsOfStations(String version) {
    TestStation station = connect(version);

    String answer =
        station.ask(
            "[2,\"1\",\"SecurityEventNotification\",{\"type\":\"TamperDetectionActivated\","
                + "\"timestamp\":\"2026-06-01T10:00:00Z\",\"techInfo\":\"lid\"}]");

    assertThat(answer).isEqualTo("[3,\"1\",{}]");
    assertThat(events)
        .containsExactly(
            SecurityEvent.ofStation(
                Instant.parse("2026-06-01T10:00:00Z"), CP1, "TamperDetectionActivated", "lid"));
    assertThat(counters.eventsReported()).isEqualTo(1);
  }

  private TestStation connect(String version) {
    TestStation station = TestStation.connect(client, port.plain("CP1"), version);
    Patience.until("connected", () -> port.gateway.isConnected(CP1));
    return station;
  }

  private static ObjectNode wish(KeyPair keys) {
    String csr = TestAuthority.pem(TestAuthority.request("CN=CP1,O=Setpoint", keys));
    return FakeDialect.JSON.createObjectNode().put("csr", csr);
  }

  private static X509Certificate certificate(String pem) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Signs whatever is a request. */
  private static final class Signer implements CertificateAuthority {

    @Override
    public Optional<String> findObstacle(StationId station, String csr) {
      return csr.startsWith("-----BEGIN")
          ? Optional.empty()
          : Optional.of("This is no signing request.");
    }

    @Override
    public CompletionStage<String> sign(StationId station, String csr) {
      try (var parser = new PEMParser(new StringReader(csr))) {
        var request = (PKCS10CertificationRequest) parser.readObject();
        return CompletableFuture.completedFuture(TestAuthority.pem(ROOT.sign(request)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
