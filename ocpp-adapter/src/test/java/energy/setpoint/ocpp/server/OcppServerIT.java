package energy.setpoint.ocpp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.core.event.StationConnected;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.StationLost;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.FakeDialect;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.rpc.RpcSettings;
import energy.setpoint.ocpp.stats.OcppCounters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcppServerIT {

  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final StationId CP1 = new StationId("CP1");
  private static final int CROWD = 500;
  private static final CapPower CAP =
      new CapPower(
          EvseRef.of("CP1", 1),
          "7",
          new Ceiling(Current.ofAmps(6), 3, Voltage.ofVolts(230)),
          new Interval(NOW, NOW.plusSeconds(900)));
  private static final List<OcppDialect> DIALECTS =
      List.of(
          new FakeDialect("ocpp2.1", true),
          new FakeDialect("ocpp2.0.1", true),
          new FakeDialect("ocpp1.6", false));

  private final HttpClient client = HttpClient.newHttpClient();
  private final OcppCounters counters = new OcppCounters();
  private final Queue<StationEvent> events = new ConcurrentLinkedQueue<>();
  private ServerSettings settings = ServerSettings.onPort(0).withHost("127.0.0.1");
  private RpcSettings rpc = RpcSettings.DEFAULT;
  private OcppGateway gateway;
  private OcppServer server;

  @AfterEach
  void stop() {
    client.shutdownNow();
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'ocpp1.6', ocpp1.6",
    "'ocpp2.0.1', ocpp2.0.1",
    "'ocpp2.1', ocpp2.1",
    "'ocpp1.6 ocpp2.0.1 ocpp2.1', ocpp1.6",
    "'ocpp2.1 ocpp2.0.1 ocpp1.6', ocpp2.1",
    "'ocpp2.0.1 ocpp2.1', ocpp2.0.1",
    "'ocpp2.0 ocpp1.5 ocpp1.6', ocpp1.6",
    "'ocpp9 ocpp2.1 ocpp1.6', ocpp2.1"
  })
  void takesTheVersionThatTheStationPrefers(String offered, String chosen) {
    start();

    var station = connect("CP1", offered.split(" "));

    assertThat(station.subprotocol()).isEqualTo(chosen);
    awaitEvents(1);
    assertThat(events).containsExactly(new StationConnected(CP1, NOW, chosen));
  }

  @Test
  void readsVersionsFromSeveralHeaderLines() throws IOException {
    start();

    try (var station = new RawStation(server.port())) {
      var head =
          station.upgrade(
              "/ocpp/CP1",
              "Sec-WebSocket-Protocol: ocpp0.1",
              "Sec-WebSocket-Protocol:   ocpp2.0.1 ,ocpp1.6");

      assertThat(head).startsWith("HTTP/1.1 101").containsIgnoringCase("protocol: ocpp2.0.1\r\n");
    }
  }

  @Test
  void takesAStationInOnceThatAsksTwiceInOneBreath() throws IOException {
    var arrivals = new AtomicInteger();
    server =
        OcppServer.start(
            settings,
            PortSecurity.none(gatewayFor(Map.of(CP1, StationTraits.PLAIN_AC))),
            DIALECTS,
            arrival -> {
              arrivals.incrementAndGet();
              return Reception.at(gateway).receive(arrival);
            },
            counters);
    String ask =
        String.join(
            "\r\n",
            "GET /ocpp/CP1 HTTP/1.1",
            "Host: localhost",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Protocol: ocpp1.6");

    try (var station = new RawStation(server.port())) {
      String head = station.request(ask + "\r\n\r\n" + ask);
      station.sendFrame(RawStation.PING, new byte[0]);

      assertThat(head).startsWith("HTTP/1.1 101");
      assertThat(station.read().firstByte()).isEqualTo(RawStation.PONG);
      assertThat(arrivals).hasValue(1);
    }
  }

  @Test
  void completesTheHandshakeAndPartsWhenNoVersionIsShared() {
    start();

    var none = connect("CP1");
    var unknown = connect("CP1", "ocpp0.1");

    assertThat(none.closeCode()).isEqualTo(1002);
    assertThat(unknown.closeCode()).isEqualTo(1002);
    assertThat(unknown.subprotocol()).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void decodesThePathOfTheStation() {
    start();

    assertThat(connect("RDAM%7C123", "ocpp2.1").subprotocol()).isEqualTo("ocpp2.1");
    assertThat(connect("%43P1?token=1", "ocpp2.1").subprotocol()).isEqualTo("ocpp2.1");
  }

  @ParameterizedTest
  @CsvSource({
    "/ocpp/NOBODY",
    "/ocpp/",
    "/ocpp/CP1/",
    "/ocpp/CP1%2Fx",
    "/other/CP1",
    "/",
    "/ocpp/%00"
  })
  void refusesAStationThatItDoesNotKnow(String path) {
    start();

    var attempt = TestStation.connectAsync(client, uri(path), "ocpp1.6");

    assertThatThrownBy(() -> attempt.orTimeout(20, TimeUnit.SECONDS).join())
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            it -> assertThat(it.getResponse().statusCode()).isEqualTo(404));
    assertThat(counters.connectionsRefused()).containsExactly(Map.entry("unknown station", 1L));
  }

  @Test
  void asksABrowserToUpgrade() throws Exception {
    start();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/ocpp/CP1"));

    var get = client.send(request.build(), BodyHandlers.ofString());
    var post =
        client.send(
            request.POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
            BodyHandlers.ofString());

    assertThat(get.statusCode()).isEqualTo(426);
    assertThat(get.headers().firstValue("upgrade")).contains("websocket");
    assertThat(post.statusCode()).isEqualTo(426);
  }

  @Test
  void refusesMalformedRequests() throws IOException {
    start();

    try (var badPath = new RawStation(server.port());
        var badHttp = new RawStation(server.port());
        var badVersion = new RawStation(server.port());
        var noKey = new RawStation(server.port())) {
      assertThat(badPath.upgrade("/ocpp/%zz", "Sec-WebSocket-Protocol: ocpp1.6"))
          .startsWith("HTTP/1.1 400");
      assertThat(badHttp.request("complete nonsense")).startsWith("HTTP/1.1 400");
      assertThat(
              badVersion.request(
                  "GET /ocpp/CP1 HTTP/1.1",
                  "Connection: Upgrade",
                  "Upgrade: websocket",
                  "Sec-WebSocket-Version: 8"))
          .startsWith("HTTP/1.1 426")
          .containsIgnoringCase("Sec-WebSocket-Version: 13");
      assertThat(
              noKey.request(
                  "GET /ocpp/CP1 HTTP/1.1",
                  "Connection: Upgrade",
                  "Upgrade: websocket",
                  "Sec-WebSocket-Version: 13"))
          .startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void hangsUpOnWhoeverNeverShakesHands() throws IOException {
    settings =
        settings.withLimits(ConnectionLimits.DEFAULT.withHandshakeTimeout(Duration.ofMillis(50)));
    start();

    try (var silent = new RawStation(server.port())) {
      assertThat(silent.isAtEnd()).isTrue();
    }
  }

  @Test
  void answersCallsAndRefusesBadOnes() {
    start();
    var station = connect("CP1", "ocpp2.0.1");

    assertThat(station.ask("[2,\"1\",\"Heartbeat\",{}]"))
        .isEqualTo("[3,\"1\",{\"now\":\"2026-06-01T10:00:00Z\"}]");
    assertThat(station.ask("[2,\"2\",\"Dance\",{}]")).startsWith("[4,\"2\",\"NOT_IMPLEMENTED\"");
    assertThat(station.ask("[2,\"3\",\"Start\",{\"evse\":\"one\"}]"))
        .startsWith("[4,\"3\",\"TYPE_CONSTRAINT_VIOLATION\"");
    assertThat(station.ask("[2,\"4\",\"Break\",{}]")).startsWith("[4,\"4\",\"INTERNAL_ERROR\"");
    assertThat(station.ask("not JSON")).startsWith("[4,\"-1\",\"RPC_FRAMEWORK_ERROR\"");
    assertThat(station.ask("[2,\"5\",\"Heartbeat\",{}]")).startsWith("[3,\"5\"");
  }

  @Test
  void doesNotAnswerWhatIsNotJsonInVersion16() {
    start();
    var station = connect("CP1", "ocpp1.6");

    station.send("not JSON");

    assertThat(station.ask("[2,\"5\",\"Heartbeat\",{}]")).startsWith("[3,\"5\"");
    assertThat(counters.badFrames()).containsExactly(Map.entry("NOT_JSON", 1L));
  }

  @Test
  void showsOutAStationThatKeepsSendingNonsense() {
    start();
    var station = connect("CP1", "ocpp1.6");

    for (int i = 0; i < 11; i++) {
      station.send("not JSON");
    }

    assertThat(station.closeCode()).isEqualTo(1008);
    awaitEvents(2);
    assertThat(events).last().isInstanceOf(StationLost.class);
  }

  @Test
  void takesAMessageUpToTheLimitAndNoLonger() {
    start();
    var station = connect("CP1", "ocpp2.1");
    String frame = "[2,\"1\",\"Echo\",{\"a\":\"%s\"}]";
    String fits = frame.formatted("x".repeat(256 * 1024 - frame.length() + 2));

    var answer = station.ask(fits);
    station.send(fits + " ");

    assertThat(answer).hasSizeGreaterThan(256_000);
    assertThat(station.closeCode()).isEqualTo(1009);
    assertThat(counters.badFrames()).containsExactly(Map.entry("TOO_BIG", 1L));
  }

  @Test
  void addsUpFragments() {
    start();
    var whole = connect("CP1", "ocpp2.1");
    var tooMuch = connect("RDAM%7C123", "ocpp2.1");

    whole.sendPart("[2,\"1\",");
    whole.sendPart("\"Heartbeat\"");
    whole.send(",{}]");
    for (int i = 0; i < 3; i++) {
      tooMuch.sendPart("x".repeat(100_000));
    }

    assertThat(whole.next()).startsWith("[3,\"1\"");
    assertThat(tooMuch.closeCode()).isEqualTo(1009);
  }

  @Test
  void takesNoBinaryMessages() {
    start();
    var station = connect("CP1", "ocpp2.1");

    station.sendBinary("[2,\"1\",\"Heartbeat\",{}]".getBytes(StandardCharsets.UTF_8));

    assertThat(station.closeCode()).isEqualTo(1003);
  }

  @Test
  void takesNoBrokenCharacters() throws IOException {
    start();

    try (var station = new RawStation(server.port())) {
      station.upgrade("/ocpp/CP1", "Sec-WebSocket-Protocol: ocpp1.6");
      station.sendFrame(RawStation.TEXT, new byte[] {'"', (byte) 0xC3, '"'});

      assertThat(station.read().closeCode()).isEqualTo(1007);
    }
  }

  @Test
  void compressesWhenTheStationAsksForIt() throws Exception {
    start();

    try (var station = new RawStation(server.port())) {
      var head =
          station.upgrade(
              "/ocpp/CP1",
              "Sec-WebSocket-Protocol: ocpp2.1",
              "Sec-WebSocket-Extensions: permessage-deflate");
      station.sendFrame(RawStation.COMPRESSED_TEXT, Deflated.of("[2,\"1\",\"Heartbeat\",{}]"));
      var answer = station.read();

      assertThat(head).containsIgnoringCase("extensions: permessage-deflate");
      assertThat(answer.firstByte()).isEqualTo(RawStation.COMPRESSED_TEXT);
      assertThat(Deflated.read(answer.payload())).startsWith("[3,\"1\"");
    }
  }

  @Test
  void doesNotInflateASmallMessageToAHugeOne() throws IOException {
    start();

    try (var station = new RawStation(server.port())) {
      station.upgrade(
          "/ocpp/CP1",
          "Sec-WebSocket-Protocol: ocpp2.1",
          "Sec-WebSocket-Extensions: permessage-deflate");
      station.sendFrame(RawStation.COMPRESSED_TEXT, Deflated.of("x".repeat(20_000_000)));

      assertThat(station.read().closeCode()).isEqualTo(1007);
    }
  }

  @Test
  void takesNoCompressionThatWasNotAgreedOn() throws IOException {
    start();

    try (var station = new RawStation(server.port())) {
      station.upgrade("/ocpp/CP1", "Sec-WebSocket-Protocol: ocpp2.1");
      station.sendFrame(RawStation.COMPRESSED_TEXT, Deflated.of("[2,\"1\",\"Heartbeat\",{}]"));

      assertThat(station.read().closeCode()).isEqualTo(1002);
    }
  }

  @Test
  void letsTheNewestConnectionOfAStationWin() {
    start();
    var older = connect("CP1", "ocpp2.1");
    awaitEvents(1);

    var newer = connect("CP1", "ocpp1.6");

    assertThat(older.closeCode()).isEqualTo(1008);
    assertThat(newer.ask("[2,\"1\",\"Heartbeat\",{}]")).startsWith("[3,");
    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("StationConnected", "StationLost", "StationConnected");
    assertThat(counters.connected()).isOne();
  }

  @Test
  void tellsWhenAStationGoes() {
    start();
    var polite = connect("CP1", "ocpp2.1");
    var rude = connect("RDAM%7C123", "ocpp2.1");
    awaitEvents(2);

    polite.close();
    awaitEvents(3);
    rude.vanish();
    awaitEvents(4);

    assertThat(polite.closeCode()).isEqualTo(1000);
    assertThat(events)
        .contains(
            new StationLost(CP1, NOW, "closed by the station with 1000"),
            new StationLost(new StationId("RDAM|123"), NOW, "connection lost"));
  }

  @Test
  void carriesOutIntentsOneAfterTheOther() {
    start();
    var station = connect("CP1", "ocpp2.1");
    awaitEvents(1);

    var first = gateway.send(CAP).toCompletableFuture();
    var second = gateway.send(CAP).toCompletableFuture();
    String firstCall = station.next();
    station.ask("[2,\"x\",\"Heartbeat\",{}]");
    boolean secondCameEarly = station.hasReceived();
    station.send("[3,\"" + idOf(firstCall) + "\",{\"status\":\"Accepted\"}]");
    station.send("[3,\"" + idOf(station.next()) + "\",{\"status\":\"Rejected\"}]");

    assertThat(secondCameEarly).isFalse();
    assertThat(first.orTimeout(20, TimeUnit.SECONDS).join())
        .isInstanceOf(IntentOutcome.Accepted.class);
    assertThat(second.orTimeout(20, TimeUnit.SECONDS).join())
        .isInstanceOf(IntentOutcome.Refused.class);
  }

  @Test
  void givesUpOnACallThatIsNotAnsweredAndKnowsItsLateAnswer() {
    rpc = new RpcSettings(Duration.ofMillis(50), 32, 10, Duration.ofMinutes(1));
    start();
    var station = connect("CP1", "ocpp2.1");
    awaitEvents(1);

    var outcome = gateway.send(CAP).toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    station.send("[3,\"" + idOf(station.next()) + "\",{\"status\":\"Accepted\"}]");
    station.ask("[2,\"x\",\"Heartbeat\",{}]");

    assertThat(outcome).isInstanceOf(IntentOutcome.Unanswered.class);
    assertThat(counters.timeouts()).isOne();
    assertThat(counters.strayAnswers()).containsExactly(Map.entry("LATE", 1L));
  }

  @Test
  void pingsASilentStationAndGivesItUpWhenItStaysSilent() throws IOException {
    settings = settings.withLimits(ConnectionLimits.DEFAULT.withSilence(Duration.ofMillis(100)));
    start();

    try (var station = new RawStation(server.port())) {
      station.upgrade("/ocpp/CP1", "Sec-WebSocket-Protocol: ocpp1.6");

      assertThat(station.read().firstByte()).isEqualTo(RawStation.PING);
      assertThat(station.read().firstByte()).isEqualTo(RawStation.PING);
      assertThat(station.read().closeCode()).isEqualTo(1001);
    }
  }

  @Test
  void keepsAStationThatAnswersPings() throws IOException {
    settings = settings.withLimits(ConnectionLimits.DEFAULT.withSilence(Duration.ofMillis(50)));
    start();

    try (var station = new RawStation(server.port())) {
      station.upgrade("/ocpp/CP1", "Sec-WebSocket-Protocol: ocpp1.6");

      for (int i = 0; i < 10; i++) {
        assertThat(station.read().firstByte()).isEqualTo(RawStation.PING);
        station.sendFrame(RawStation.PONG, new byte[0]);
      }
    }
  }

  @Test
  void answersPings() throws IOException {
    start();

    try (var station = new RawStation(server.port())) {
      station.upgrade("/ocpp/CP1", "Sec-WebSocket-Protocol: ocpp1.6");
      station.sendFrame(RawStation.PING, new byte[] {1, 2, 3});
      var pong = station.read();

      assertThat(pong.firstByte()).isEqualTo(RawStation.PONG);
      assertThat(pong.payload()).containsExactly(1, 2, 3);
    }
  }

  @Test
  void stopsReadingFromAStationThatNeverReadsAndGivesItUp() throws IOException {
    settings =
        settings.withLimits(
            ConnectionLimits.DEFAULT.withUnread(
                8 * 1024, Integer.MAX_VALUE, Duration.ofMillis(200)));
    start();

    askWithoutReading();

    awaitEvents(2);
    assertThat(counters.connectionsClosed()).containsExactly(Map.entry("slow reader", 1L));
  }

  @Test
  void holdsOnlySoMuchForAStationThatNeverReads() throws IOException {
    settings =
        settings.withLimits(
            ConnectionLimits.DEFAULT.withUnread(64 * 1024, 64 * 1024, Duration.ofHours(1)));
    start();

    askWithoutReading();

    awaitEvents(2);
    assertThat(counters.connectionsClosed()).containsExactly(Map.entry("too much unread", 1L));
  }

  /** Sends calls with long answers until the server hangs up. */
  private void askWithoutReading() throws IOException {
    byte[] call =
        ("[2,\"1\",\"Echo\",{\"a\":\"" + "x".repeat(10_000) + "\"}]")
            .getBytes(StandardCharsets.UTF_8);
    try (var station = new RawStation(server.port())) {
      station.upgrade("/ocpp/CP1", "Sec-WebSocket-Protocol: ocpp1.6");

      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1_000_000; i++) {
                  station.sendFrame(RawStation.TEXT, call);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void holdsManyConnectionsAtOnce() {
    start();

    var stations =
        IntStream.range(0, CROWD)
            .mapToObj(i -> TestStation.connectAsync(client, uri("/ocpp/S" + i), "ocpp2.0.1"))
            .toList()
            .stream()
            .map(it -> it.orTimeout(60, TimeUnit.SECONDS).join())
            .toList();
    stations.forEach(it -> it.send("[2,\"1\",\"Heartbeat\",{}]"));

    assertThat(stations).allSatisfy(it -> assertThat(it.next()).startsWith("[3,\"1\""));
    assertThat(counters.connected()).isEqualTo(CROWD);
  }

  @Test
  void saysGoodbyeWhenItShutsDown() {
    start();
    var station = connect("CP1", "ocpp2.1");
    awaitEvents(1);

    server.close();

    assertThat(station.closeCode()).isEqualTo(1001);
    assertThat(events).contains(new StationLost(CP1, NOW, "shutting down"));
    assertThat(gateway.isConnected(CP1)).isFalse();
  }

  @Test
  void answersEveryIntentEvenWhenItIsShutDown() {
    start();
    connect("CP1", "ocpp2.1");
    awaitEvents(1);

    CompletableFuture<IntentOutcome> underWay = gateway.send(CAP).toCompletableFuture();
    server.close();
    var afterwards = gateway.send(CAP).toCompletableFuture();

    assertThat(underWay.orTimeout(20, TimeUnit.SECONDS).join())
        .isInstanceOf(IntentOutcome.Unanswered.class);
    assertThat(afterwards.join()).isInstanceOf(IntentOutcome.NotSent.class);
  }

  @Test
  void namesThePortThatIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      settings = ServerSettings.onPort(taken.getLocalPort()).withHost("127.0.0.1");

      assertThatThrownBy(this::start)
          .isInstanceOf(PortInUseException.class)
          .hasMessageContaining(String.valueOf(taken.getLocalPort()))
          .hasMessageContaining("Maybe another Setpoint is running");
    }
  }

  private void start() {
    var stations = new HashMap<StationId, StationTraits>();
    stations.put(CP1, StationTraits.PLAIN_AC);
    stations.put(new StationId("RDAM|123"), StationTraits.PLAIN_AC);
    for (int i = 0; i < CROWD; i++) {
      stations.put(new StationId("S" + i), StationTraits.PLAIN_AC);
    }
    server = OcppServer.start(settings, DIALECTS, gatewayFor(stations), counters);
  }

  private OcppGateway gatewayFor(Map<StationId, StationTraits> stations) {
    var ids = new AtomicInteger();
    var engine =
        new EngineSide(events::add, ids::incrementAndGet, (station, token) -> true, () -> NOW);
    gateway =
        new OcppGateway(
            stations, engine, GatewaySettings.DEFAULT.withRpc(rpc), FrameTaps.NONE, counters);
    return gateway;
  }

  private TestStation connect(String name, String... subprotocols) {
    return TestStation.connect(client, uri("/ocpp/" + name), subprotocols);
  }

  private URI uri(String path) {
    return URI.create("ws://127.0.0.1:" + server.port() + path);
  }

  private void awaitEvents(int count) {
    Patience.until(count + " events", () -> events.size() >= count);
  }

  private static String idOf(String call) {
    return FakeDialect.JSON.readTree(call).path(1).stringValue();
  }
}
