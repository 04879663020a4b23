package energy.setpoint.ocpp.server;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.der.DerSelection;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TariffsReported;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.TariffIntent;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.FakeDialect;
import energy.setpoint.ocpp.dialect.RequestedIntents;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.stats.OcppCounters;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DER controls and tariffs of OCPP 2.1 over a real socket. */
class RequestedIntentsIT {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final StationId CP1 = new StationId("depot-1");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<StationEvent> events = new ConcurrentLinkedQueue<>();
  private OcppGateway gateway;
  private OcppServer server;
  private TestStation station;

  @BeforeEach
  void connect() {
    var counters = new OcppCounters();
    gateway =
        new OcppGateway(
            Map.of(CP1, StationTraits.PLAIN_DC.withDerControls(RequestedIntents.ALL_CONTROLS)),
            new EngineSide(
                events::add, new AtomicInteger()::incrementAndGet, (id, token) -> true, () -> NOW),
            GatewaySettings.DEFAULT,
            FrameTaps.NONE,
            counters);
    server =
        OcppServer.start(
            ServerSettings.onPort(0).withHost("127.0.0.1"), Dialects.bundled(), gateway, counters);
    station =
        TestStation.connect(
            client, URI.create("ws://127.0.0.1:" + server.port() + "/ocpp/depot-1"), "ocpp2.1");
    Patience.until("connected", () -> gateway.isConnected(CP1));
  }

  @AfterEach
  void stop() {
    client.shutdownNow();
    server.close();
  }

  @Test
  void setsReportsSupersedesAlarmsAndClearsADerControl() {
    IntentOutcome set =
        answered(
            RequestedIntents.set(RequestedIntents.VOLT_VAR),
            "{\"status\":\"Accepted\",\"supersededIds\":[\"volt-var-0\"]}");
    IntentOutcome asked =
        answered(new DerIntent.AskForControls(CP1, 7), "{\"status\":\"Accepted\"}");
    List<String> answers =
        List.of(
            station.ask(
                """
                [2,"r","ReportDERControl",{"requestId":7,"curve":[
                  {"id":"volt-var-1","curveType":"VoltVar","isDefault":true,"isSuperseded":false,
                   "curve":{"priority":1,"yUnit":"PctMaxVar","curveData":[{"x":92,"y":44}]}}]}]
                """),
            station.ask(
                """
                [2,"s","NotifyDERStartStop",{"controlId":"volt-var-2","started":true,
                  "timestamp":"2026-11-01T12:00:00Z","supersededIds":["volt-var-1"]}]
                """),
            station.ask(
                """
                [2,"a","NotifyDERAlarm",{"controlType":"VoltVar","gridEventFault":"OverVoltage",
                  "timestamp":"2026-11-01T12:00:00Z"}]
                """));
    IntentOutcome cleared =
        answered(RequestedIntents.clear(new DerSelection.All(true)), "{\"status\":\"Accepted\"}");

    assertThat(List.of(set, asked, cleared))
        .allMatch(outcome -> outcome instanceof IntentOutcome.Accepted);
    assertThat(answers).containsExactly("[3,\"r\",{}]", "[3,\"s\",{}]", "[3,\"a\",{}]");
    assertThat(events)
        .filteredOn(DerEvent.class::isInstance)
        .hasExactlyElementsOfTypes(
            DerEvent.ControlAccepted.class,
            DerEvent.ControlsReported.class,
            DerEvent.ControlStarted.class,
            DerEvent.Alarm.class,
            DerEvent.ControlsCleared.class);
  }

  @Test
  void setsChangesReportsAndClearsATariff() {
    List<IntentOutcome> outcomes =
        List.of(
            answered(
                new TariffIntent.SetDefault(CP1, OptionalInt.of(1), RequestedIntents.tariff()),
                "{\"status\":\"Accepted\"}"),
            answered(
                new TariffIntent.ChangeTransaction(CP1, "701", RequestedIntents.flatTariff()),
                "{\"status\":\"Accepted\"}"),
            answered(
                new TariffIntent.AskForTariffs(CP1),
                "{\"status\":\"Accepted\",\"tariffAssignments\":[{\"tariffId\":\"day-and-night\","
                    + "\"tariffKind\":\"DefaultTariff\",\"evseIds\":[1]}]}"),
            answered(
                new TariffIntent.Clear(CP1, OptionalInt.empty(), List.of()),
                "{\"clearTariffsResult\":[{\"tariffId\":\"day-and-night\",\"status\":\"Accepted\"}]}"));

    assertThat(outcomes).allMatch(outcome -> outcome instanceof IntentOutcome.Accepted);
    assertThat(events).anyMatch(event -> event instanceof TariffsReported);
  }

  @Test
  void saysInWordsWhyAStationRefuses() {
    IntentOutcome outcome =
        answered(
            new TariffIntent.ChangeTransaction(CP1, "702", RequestedIntents.flatTariff()),
            "{\"status\":\"TxNotFound\"}");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            IntentOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo("TxNotFound"));
  }

  /** Sends an intent and answers its only call. */
  private IntentOutcome answered(RequestedIntent intent, String response) {
    var outcome = gateway.send(intent).toCompletableFuture();
    var call = FakeDialect.JSON.readTree(station.next());
    station.send("[3,\"" + call.path(1).stringValue() + "\"," + response + "]");
    return outcome.orTimeout(20, TimeUnit.SECONDS).join();
  }
}
