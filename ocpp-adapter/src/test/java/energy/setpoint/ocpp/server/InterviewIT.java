package energy.setpoint.ocpp.server;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.FakeDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.gateway.CallReply;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.Fleet;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.InterviewSettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.RpcSettings;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.traits.Quirks;
import energy.setpoint.ocpp.traits.StationKnowledge;
import energy.setpoint.ocpp.traits.Wiring;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stations of all versions are asked what they can do, over real sockets. */
class InterviewIT {

  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final StationId CP1 = new StationId("CP1");
  private static final String BOOT_16 =
      "[2,\"boot\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]";
  private static final String BOOT_2X =
      "[2,\"boot\",\"BootNotification\",{\"reason\":\"PowerUp\","
          + "\"chargingStation\":{\"vendorName\":\"V\",\"model\":\"M\"}}]";

  private final HttpClient client = HttpClient.newHttpClient();
  private final OcppCounters counters = new OcppCounters();
  private InterviewSettings settings = InterviewSettings.DEFAULT;
  private RpcSettings rpc = RpcSettings.DEFAULT;
  private OcppGateway gateway;
  private OcppServer server;

  @AfterEach
  void stop() {
    client.shutdownNow();
    server.close();
  }

  @Test
  void reads16Settings() {
    start();
    TestStation station = boot("ocpp1.6");

    JsonNode question = call(station);
    answer(
        station,
        question,
        "{'configurationKey':[{'key':'ChargeProfileMaxStackLevel','readonly':true,'value':'5'},"
            + "{'key':'ChargingScheduleAllowedChargingRateUnit','readonly':true,'value':'Power'}]}");
    awaitInterview("complete");

    assertThat(action(question)).isEqualTo("GetConfiguration");
    assertThat(traits().maxStackLevel()).isEqualTo(5);
    assertThat(traits().rateUnits()).containsExactly(RateUnit.W);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp2.0.1", "ocpp2.1"})
  void collectsTheChunksOfAReportInAnyOrder(String version) {
    start();
    TestStation station = boot(version);

    JsonNode question = call(station);
    answer(station, question, "{'status':'Accepted'}");
    report(station, question, 1, false, "ProfileStackLevel", "7");
    boolean early = traits().maxStackLevel() == 7;
    report(station, question, 0, true, "PeriodsPerSchedule", "24");
    awaitInterview("complete");

    assertThat(action(question)).isEqualTo("GetBaseReport");
    assertThat(early).isFalse();
    assertThat(traits().maxStackLevel()).isEqualTo(7);
    assertThat(traits().maxPeriods()).isEqualTo(24);
    assertThat(gateway.listMessages(CP1))
        .filteredOn(it -> it.action().equals("NotifyReport"))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1", "ocpp2.1"})
  void takesNotSupportedForAnAnswer(String version) {
    start();
    TestStation station = boot(version);

    while (!counters.interviews().containsKey("complete")) {
      if (station.hasReceived()) {
        String id = call(station).path(1).stringValue();
        station.send("[4,\"" + id + "\",\"NotSupported\",\"\",{}]");
      }
    }

    assertThat(traits()).isEqualTo(StationTraits.PLAIN_AC);
    assertThat(gateway.isConnected(CP1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1", "ocpp2.1"})
  void isNotHeldUpByAStationThatIsSilent(String version) {
    rpc = new RpcSettings(Duration.ofMillis(200), 32, 10, Duration.ofMinutes(1));
    start();
    TestStation station = boot(version);
    awaitInterview("incomplete");
    while (station.hasReceived()) {
      station.next();
    }

    var outcome =
        gateway
            .send(new SetFallback(CP1, new Ceiling(Current.ofAmps(6), 3, Voltage.ofVolts(230))))
            .toCompletableFuture();
    answer(station, call(station), "{'status':'Accepted'}");

    assertThat(outcome.orTimeout(20, TimeUnit.SECONDS).join())
        .isInstanceOf(IntentOutcome.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1", "ocpp2.1"})
  void beginsAnewWhenTheConnectionIsLostInMidInterview(String version) {
    start();
    TestStation lost = boot(version);
    JsonNode first = call(lost);

    lost.vanish();
    Patience.until("cut off", () -> counters.interviews().containsKey("cut off"));
    JsonNode second = call(boot(version));

    assertThat(action(second)).isEqualTo(action(first));
    assertThat(second.path(1)).isNotEqualTo(first.path(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1", "ocpp2.1"})
  void asksAStationThatComesBackWithoutBootingToIntroduceItself(String version) {
    settings = settings.withPatience(Duration.ofMillis(50), Duration.ofSeconds(20));
    start();

    JsonNode question = call(connect(version));

    assertThat(action(question)).isEqualTo("TriggerMessage");
    assertThat(question.path(3).path("requestedMessage").stringValue())
        .isEqualTo("BootNotification");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1", "ocpp2.1"})
  void sendsWhatAPersonAsksForAndReturnsTheAnswer(String version) {
    start();
    TestStation station = connect(version);

    var reply =
        gateway
            .request(CP1, "ClearCache", FakeDialect.JSON.createObjectNode())
            .toCompletableFuture();
    answer(station, call(station), "{'status':'Rejected'}");

    assertThat(reply.orTimeout(20, TimeUnit.SECONDS).join())
        .isInstanceOfSatisfying(
            CallReply.Ended.class,
            ended -> assertThat(ended.outcome()).isInstanceOf(CallOutcome.Answered.class));
  }

  @Test
  void takesTheStreamOf21WithoutAnAnswer() {
    start();
    TestStation station = connect("ocpp2.1");

    station.send(
        "[6,\"s\",\"NotifyPeriodicEventStream\",{\"id\":1,\"pending\":0,"
            + "\"basetime\":\"2026-06-01T10:00:00Z\",\"data\":[{\"t\":1,\"v\":\"2\"}]}]");
    String next = station.ask("[2,\"h\",\"Heartbeat\",{}]");

    assertThat(next).startsWith("[3,\"h\"");
    assertThat(gateway.listMessages(CP1))
        .extracting(it -> it.action())
        .contains("NotifyPeriodicEventStream");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1"})
  void doesNotKnowAStreamInOlderVersions(String version) {
    start();
    TestStation station = connect(version);

    station.send("[6,\"s\",\"NotifyPeriodicEventStream\",{}]");
    String next = station.ask("[2,\"h\",\"Heartbeat\",{}]");

    assertThat(next)
        .startsWith(
            version.equals("ocpp1.6") ? "[3,\"h\"" : "[4,\"s\",\"MessageTypeNotSupported\"");
    assertThat(counters.badFrames()).containsEntry("UNKNOWN_MESSAGE_TYPE", 1L);
  }

  private void start() {
    var knowledge =
        new StationKnowledge(
            new Wiring(false, 1, TraitClaims.NONE),
            Quirks.NONE,
            Dialects.bundled(),
            Optional.empty());
    var engine = new EngineSide(event -> {}, () -> 1, (station, token) -> true, () -> NOW);
    gateway =
        new OcppGateway(
            new Fleet(Map.of(CP1, knowledge), Optional.of(settings), (id, told) -> {}),
            engine,
            GatewaySettings.DEFAULT.withRpc(rpc),
            FrameTaps.NONE,
            counters,
            () -> UUID.randomUUID().toString());
    server =
        OcppServer.start(
            ServerSettings.onPort(0).withHost("127.0.0.1"), Dialects.bundled(), gateway, counters);
  }

  private TestStation connect(String version) {
    var uri = URI.create("ws://127.0.0.1:" + server.port() + "/ocpp/CP1");
    TestStation station = TestStation.connect(client, uri, version);
    Patience.until("connected", () -> gateway.isConnected(CP1));
    return station;
  }

  private TestStation boot(String version) {
    TestStation station = connect(version);
    station.ask(version.equals("ocpp1.6") ? BOOT_16 : BOOT_2X);
    return station;
  }

  private StationTraits traits() {
    return gateway.findKnowledge(CP1).orElseThrow().traits();
  }

  private void awaitInterview(String end) {
    Patience.until(end, () -> counters.interviews().containsKey(end));
  }

  private static JsonNode call(TestStation station) {
    JsonNode frame = FakeDialect.JSON.readTree(station.next());
    assertThat(frame.path(0).intValue()).as(frame.toString()).isEqualTo(2);
    return frame;
  }

  private static String action(JsonNode call) {
    return call.path(2).stringValue();
  }

  private static void answer(TestStation station, JsonNode call, String payload) {
    String id = call.path(1).stringValue();
    station.send("[3,\"" + id + "\"," + payload.replace('\'', '"') + "]");
  }

  private static void report(
      TestStation station, JsonNode call, int seqNo, boolean more, String variable, String value) {
    ObjectNode attribute = FakeDialect.JSON.createObjectNode().put("value", value);
    ObjectNode data = FakeDialect.JSON.createObjectNode();
    data.putObject("component").put("name", "SmartChargingCtrlr");
    data.putObject("variable").put("name", variable);
    data.putArray("variableAttribute").add(attribute);
    ObjectNode part =
        FakeDialect.JSON
            .createObjectNode()
            .put("requestId", call.path(3).path("requestId").intValue())
            .put("generatedAt", NOW.toString())
            .put("seqNo", seqNo)
            .put("tbc", more);
    part.putArray("reportData").add(data);
    String sent = station.ask("[2,\"r" + seqNo + "\",\"NotifyReport\"," + part + "]");
    assertThat(sent).isEqualTo("[3,\"r" + seqNo + "\",{}]");
  }
}
