package energy.setpoint.ocpp.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.ocpp.proxy.outage.MemoryStore;
import energy.setpoint.ocpp.proxy.outage.ProxyStore;
import energy.setpoint.ocpp.proxy.upstream.NettyDialer;
import energy.setpoint.ocpp.proxy.upstream.UpstreamAddress;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stations of three versions with a CSMS that knows nothing of us, over real sockets. */
class ProxyIT {

  private final HttpClient client = HttpClient.newHttpClient();
  private final ProxyStore store = new MemoryStore();
  private TestCsms csms = new TestCsms(0, Optional.empty());

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    client.shutdownNow();
    csms.close();
  }

  @ParameterizedTest
  @EnumSource
  void relaysAWholeTransactionFrameByFrameWhileItIsLimited(Conversation talk) {
    try (var proxy = proxy(LossPolicy.HOLD);
        var station = station(proxy, talk)) {
      talk.boot(station);
      String transaction = talk.start(station);
      Proxied.until("the engine knows", () -> !startedIn(proxy).isEmpty());
      IntentOutcome limited = proxy.cap(transaction);
      csms.call("[2,\"csms-1\", \"ClearCache\",{}]");
      Proxied.until("the CSMS is answered", () -> hasAnswer("csms-1"));
      talk.meter(station, transaction);
      talk.stop(station, transaction);

      assertThat(limited).isInstanceOf(IntentOutcome.Accepted.class);
      assertThat(csms.received).containsExactlyElementsOf(notOurs(station.sent));
      assertThat(csms.sent).containsExactlyElementsOf(notOurs(station.received));
      assertThat(station.received).filteredOn(ProxyIT::isOurs).hasSize(1);
      assertThat(startedIn(proxy)).containsExactly(transaction);
      assertThat(csms.handshakes)
          .containsExactly("/csms/CP1 " + talk.subprotocol() + " Basic Q1AxOnNlY3JldA==");
    }
  }

  @ParameterizedTest
  @EnumSource
  void losesNoTransactionMessageWhenTheCsmsDiesInMidTransaction(Conversation talk) {
    try (var proxy = proxy(LossPolicy.HOLD);
        var station = station(proxy, talk)) {
      talk.boot(station);
      String transaction = talk.start(station);
      List<String> before = csms.received;
      int port = csms.port();
      csms.close();
      Proxied.until("the loss is noticed", () -> proxy.counters.upstreamsOpen() == 0);
      IntentOutcome limited = proxy.cap(transaction);
      talk.meter(station, transaction);
      talk.stop(station, transaction);

      csms = new TestCsms(port, Optional.empty());
      Proxied.until("all is delivered", () -> csms.received.size() >= 2);

      assertThat(limited).isInstanceOf(IntentOutcome.Accepted.class);
      assertThat(before).hasSize(2);
      assertThat(csms.received)
          .containsExactlyElementsOf(notOurs(station.sent).subList(2, station.sent.size() - 1));
      Proxied.until(
          "the end is known",
          () -> proxy.events.stream().anyMatch(TransactionEnded.class::isInstance));
    }
  }

  @Test
  void givesATransactionThatBeganAloneTheNumberOfTheCsmsAfterwards() {
    int port = csms.port();
    csms.close();
    try (var proxy = proxyTo(port, LossPolicy.HOLD);
        var station = station(proxy, Conversation.OCPP16)) {
      String local = Conversation.OCPP16.start(station);
      Conversation.OCPP16.stop(station, local);

      csms = new TestCsms(port, Optional.empty());
      Proxied.until("all is delivered", () -> csms.received.size() >= 2);

      assertThat(local).isNotEqualTo(String.valueOf(TestCsms.TRANSACTION));
      assertThat(csms.received.getFirst()).isEqualTo(station.sent.getFirst());
      assertThat(csms.received.getLast())
          .contains("StopTransaction", "\"transactionId\":" + TestCsms.TRANSACTION);
    }
  }

  @ParameterizedTest
  @EnumSource
  void deliversAfterItsOwnRestartWhatItHadKept(Conversation talk) {
    int port = csms.port();
    List<String> told;
    try (var proxy = proxy(LossPolicy.HOLD);
        var station = station(proxy, talk)) {
      String transaction = talk.start(station);
      csms.close();
      Proxied.until("the loss is noticed", () -> proxy.counters.upstreamsOpen() == 0);
      talk.stop(station, transaction);
      told = List.copyOf(station.sent);
    }

    csms = new TestCsms(port, Optional.empty());
    try (var proxy = proxyTo(port, LossPolicy.HOLD);
        var station = station(proxy, talk)) {
      Proxied.until("all is delivered", () -> proxy.counters.replayed() == 1);
      station.call("after", "Heartbeat", "{}");

      assertThat(csms.received).containsExactly(told.getLast(), station.sent.getFirst());
    }
  }

  @Test
  void closesTheStationUnderThePolicyCloseAndDoesNotLetItInMeanwhile() {
    try (var proxy = proxy(LossPolicy.CLOSE);
        var station = station(proxy, Conversation.OCPP21)) {
      station.call("h", "Heartbeat", "{}");
      csms.close();

      Proxied.until("the loss is noticed", () -> proxy.counters.upstreamLosses() == 1);
      assertThat(refusalOf(proxy)).isEqualTo(503);
    }
  }

  @Test
  void keepsALineToACsmsThatHasNothingToSayButAnswersPings() {
    URI uri = URI.create("ws://127.0.0.1:" + csms.port() + "/csms");
    var dialer = new NettyDialer(UpstreamAddress.of(uri), 1, Duration.ofMillis(500));

    try (var proxy = new Proxied(dialer, store, LossPolicy.HOLD);
        var station = station(proxy, Conversation.OCPP21)) {
      station.call("h", "Heartbeat", "{}");
      Proxied.until("it is pinged after three silences", () -> csms.pings.get() >= 3);

      assertThat(proxy.counters.upstreamLosses()).isZero();
      assertThat(csms.handshakes).hasSize(1);
    }
  }

  @Test
  void takesTheVersionThatTheCsmsChooses() {
    try (var proxy = proxy(LossPolicy.HOLD);
        var station = new LoggingStation(client, proxy.uri(), "ocpp1.6", "ocpp2.0.1")) {
      // This CSMS goes by the client's order, as it should (RFC 6455 section 4.1).
      assertThat(station.subprotocol()).isEqualTo("ocpp1.6");
      assertThat(csms.handshakes.getFirst()).contains("ocpp1.6");
    }
  }

  @Test
  void trustsAnEncryptedCsmsByTheGivenCertificates() throws Exception {
    Path keys = folder.resolve("csms.p12");
    Path trusted = folder.resolve("csms.pem");
    keytool(
        "-genkeypair",
        "-alias",
        "csms",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost",
        "-keystore",
        keys.toString(),
        "-storepass",
        "secret");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "csms",
        "-keystore",
        keys.toString(),
        "-storepass",
        "secret",
        "-file",
        trusted.toString());
    var secure = new TestCsms(0, Optional.of(SslContextBuilder.forServer(keysIn(keys)).build()));
    URI uri = URI.create("wss://localhost:" + secure.port() + "/csms");
    var trusting = new UpstreamAddress(uri, Optional.of(trusted), Duration.ofSeconds(5));

    try (secure;
        var proxy = new Proxied(trusting, store, LossPolicy.CLOSE);
        var stranger = new Proxied(UpstreamAddress.of(uri), store, LossPolicy.CLOSE);
        var station = station(proxy, Conversation.OCPP21)) {
      station.call("h", "Heartbeat", "{}");

      assertThat(secure.received).containsExactly("[2,\"h\",\"Heartbeat\",{}]");
      assertThat(refusalOf(stranger)).isEqualTo(503);
    }
  }

  /** The status with which a station is turned away. */
  private int refusalOf(Proxied proxy) {
    Throwable refusal = catchThrowable(() -> station(proxy, Conversation.OCPP21));
    assertThat(refusal).hasCauseInstanceOf(WebSocketHandshakeException.class);
    return ((WebSocketHandshakeException) refusal.getCause()).getResponse().statusCode();
  }

  private static KeyManagerFactory keysIn(Path file) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      keys.load(in, "secret".toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, "secret".toCharArray());
    return factory;
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.addFirst(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(30, TimeUnit.SECONDS);
    assertThat(process.exitValue()).as(said).isZero();
  }

  private Proxied proxy(LossPolicy policy) {
    return proxyTo(csms.port(), policy);
  }

  private Proxied proxyTo(int port, LossPolicy policy) {
    URI uri = URI.create("ws://127.0.0.1:" + port + "/csms");
    return new Proxied(UpstreamAddress.of(uri), store, policy);
  }

  private LoggingStation station(Proxied proxy, Conversation talk) {
    return new LoggingStation(client, proxy.uri(), talk.subprotocol());
  }

  private boolean hasAnswer(String id) {
    return csms.received.stream().anyMatch(it -> it.startsWith("[3,\"" + id));
  }

  private static List<String> startedIn(Proxied proxy) {
    return proxy.events.stream()
        .filter(TransactionStarted.class::isInstance)
        .map(it -> ((TransactionStarted) it).transactionId())
        .toList();
  }

  private static List<String> notOurs(List<String> frames) {
    return frames.stream().filter(it -> !isOurs(it)).toList();
  }

  private static boolean isOurs(String frame) {
    return frame.contains("\"sp-");
  }
}
