package energy.setpoint.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.pki.AuthorityFolder;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.app.storage.StorageSettings;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.ocpp.server.ServerSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole engine at a site whose stations have certificates of the site's own authority. */
class SecureSiteIT {

  private static final StationId GATE = new StationId("gate");

  @TempDir Path folder;
  private AuthorityFolder authority;
  private Path stationCertificate;
  private Engine engine;

  @BeforeEach
  void start() throws IOException {
    Path tls = folder.resolve("tls");
    authority = AuthorityFolder.create(tls, "Example", InstantSource.system());
    authority.issueForServer("localhost", Duration.ofDays(9), AuthorityFolder.Existing.KEEP);
    stationCertificate =
        authority.issueForStation("gate", Duration.ofDays(9), AuthorityFolder.Existing.KEEP);
    Path site =
        Files.writeString(
            folder.resolve("site.yaml"),
            """
            id: yard
            zone: Europe/Amsterdam
            grid: { importLimitKw: 40 }
            circuits:
              main: { fuseA: 63 }
            security:
              profile: 3
              operator: Example
              authority: tls
              tls:
                port: 0
                certificate: tls/certificates/localhost.pem
                key: tls/certificates/localhost.key
                stationAuthorities: tls/authority.pem
                revocations: tls/revoked.pem
            stations:
              - { id: gate, circuit: main }
            tariff: { currency: EUR, import: { perKwh: 0.2 } }
            """);
    engine =
        Engine.start(
            new EngineSettings(
                SiteFile.read(site, folder),
                StorageSettings.of(SharedPostgres.newDatabase()),
                ServerSettings.onPort(0).withHost("127.0.0.1"),
                Duration.ofSeconds(5),
                Optional.empty(),
                Timeline.system(),
                Optional.empty()));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void letsAStationInSignsItsNewKeyAndKeepsWhatItReports() throws Exception {
    try (HttpClient client = client()) {
      Station station = Station.connect(client, secure());

      station.send(
          "[2,\"1\",\"SecurityEventNotification\",{\"type\":\"TamperDetectionActivated\","
              + "\"timestamp\":\"2026-06-01T10:00:00Z\"}]");
      String confirmed = station.next();
      station.send("[2,\"2\",\"SignCertificate\",{\"csr\":\"nonsense\"}]");
      String refused = station.next();
      station.socket.abort();

      assertThat(confirmed).isEqualTo("[3,\"1\",{}]");
      assertThat(refused).contains("Rejected", "This is no signing request in PEM.");
      awaitEvents(2);
      assertThat(
              engine.storage().securityEventQueries().listNewest(Optional.of(GATE), Page.first(9)))
          .extracting(SecurityEvent::type)
          .containsExactly("CertificateRequestRefused", "TamperDetectionActivated");
    }
  }

  @Test
  void turnsAwayWhoComesWithoutTlsAndShowsIt() throws Exception {
    try (HttpClient client = client()) {
      var plain = URI.create("ws://127.0.0.1:" + engine.stationPort() + "/ocpp/gate");

      assertThat(catchRefusal(() -> Station.connect(client, plain)))
          .isInstanceOf(IOException.class);

      awaitEvents(1);
      assertThat(value("setpoint_security_turned_away", "profile too weak")).isEqualTo(1);
    }
  }

  private static Throwable catchRefusal(Runnable attempt) {
    try {
      attempt.run();
    } catch (CompletionException e) {
      return e.getCause();
    }
    throw new AssertionError("The station came in.");
  }

  private double value(String name, String reason) {
    return engine.figures().stream()
        .filter(it -> it.name().equals(name) && it.labels().containsValue(reason))
        .findFirst()
        .orElseThrow()
        .value()
        .getAsDouble();
  }

  private void awaitEvents(long count) {
    while (engine.storage().securityJournal().written() < count) {
      Thread.onSpinWait();
    }
  }

  private URI secure() {
    return URI.create("wss://localhost:" + engine.stationTlsPort().orElseThrow() + "/ocpp/gate");
  }

  /** As a station is set up: the root to believe in, and a certificate of its own. */
  private HttpClient client() throws GeneralSecurityException, IOException {
    char[] secret = {'x'};
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, secret);
    store.setCertificateEntry("root", certificate(authority.root()));
    String key =
        Files.readString(Path.of(stationCertificate.toString().replace(".pem", ".key")))
            .replaceAll("-----[A-Z ]+-----|\\s", "");
    store.setKeyEntry(
        "own",
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))),
        secret,
        new Certificate[] {certificate(stationCertificate)});
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, secret);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static Certificate certificate(Path file) throws GeneralSecurityException, IOException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
  }

  /** A station that says what it is told. */
  private static final class Station implements WebSocket.Listener {

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    static Station connect(HttpClient client, URI uri) {
      Station station = new Station();
      station.socket =
          client
              .newWebSocketBuilder()
              .subprotocols("ocpp2.0.1")
              .buildAsync(uri, station)
              .orTimeout(20, TimeUnit.SECONDS)
              .join();
      return station;
    }

    void send(String text) {
      socket.sendText(text, true).join();
    }

    /** The answer to the station's call; calls of the engine are left unanswered. */
    String next() throws InterruptedException {
      while (true) {
        String text = received.poll(20, TimeUnit.SECONDS);
        if (text == null) {
          throw new AssertionError("Nothing was received.");
        }
        if (text.startsWith("[3")) {
          return text;
        }
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        received.add(partial.toString());
        partial.setLength(0);
      }
      webSocket.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
