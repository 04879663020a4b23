package energy.setpoint.ocpp.server;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.FakeDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.stats.OcppCounters;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The versions that are really spoken, over real sockets. */
class BundledDialectsIT {

  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final StationId CP1 = new StationId("CP1");
  private static final String BOOT_16 =
      "[2,\"1\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]";
  private static final String BOOT_2X =
      "[2,\"1\",\"BootNotification\",{\"reason\":\"PowerUp\","
          + "\"chargingStation\":{\"vendorName\":\"V\",\"model\":\"M\"}}]";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<StationEvent> events = new ConcurrentLinkedQueue<>();
  private OcppGateway gateway;
  private OcppServer server;

  @BeforeEach
  void start() {
    var counters = new OcppCounters();
    var engine =
        new EngineSide(
            events::add, new AtomicInteger()::incrementAndGet, (station, token) -> true, () -> NOW);
    gateway =
        new OcppGateway(
            Map.of(CP1, StationTraits.PLAIN_AC),
            engine,
            GatewaySettings.DEFAULT,
            FrameTaps.NONE,
            counters);
    server =
        OcppServer.start(
            ServerSettings.onPort(0).withHost("127.0.0.1"), Dialects.bundled(), gateway, counters);
  }

  @AfterEach
  void stop() {
    client.shutdownNow();
    server.close();
  }

  @Test
  void offersEachVersionOnce() {
    assertThat(Dialects.bundled())
        .extracting(it -> it.subprotocol())
        .containsExactly("ocpp2.1", "ocpp2.0.1", "ocpp1.6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1", "ocpp2.1"})
  void letsAStationBootAndObeyALimit(String version) {
    var station = connect(version);

    String booted = station.ask(version.equals("ocpp1.6") ? BOOT_16 : BOOT_2X);
    var outcome =
        gateway
            .send(
                new CapPower(
                    EvseRef.of("CP1", 1),
                    "7",
                    new Ceiling(Current.ofAmps(10), 3, Voltage.ofVolts(230)),
                    new Interval(NOW, NOW.plusSeconds(900))))
            .toCompletableFuture();
    var call = FakeDialect.JSON.readTree(station.next());
    station.send("[3,\"" + call.path(1).stringValue() + "\",{\"status\":\"Accepted\"}]");

    assertThat(booted).startsWith("[3,\"1\",").contains("\"status\":\"Accepted\"");
    assertThat(call.path(2).stringValue()).isEqualTo("SetChargingProfile");
    assertThat(outcome.orTimeout(20, TimeUnit.SECONDS).join())
        .isInstanceOf(IntentOutcome.Accepted.class);
    assertThat(events).contains(new StationBooted(CP1, NOW, "V", "M", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ocpp1.6   | [2,"9","Dance",{}]                                  | NotImplemented
          ocpp2.0.1 | [2,"9","Dance",{}]                                  | NotImplemented
          ocpp2.1   | [2,"9","Dance",{}]                                  | NotImplemented
          ocpp1.6   | [2,"9","ReserveNow",{}]                             | NotSupported
          ocpp2.0.1 | [2,"9","ReserveNow",{}]                             | NotSupported
          ocpp2.1   | [2,"9","ReserveNow",{}]                             | NotSupported
          ocpp1.6   | [2,"9","Authorize",{"idTag":5}]                     | TypeConstraintViolation
          ocpp2.0.1 | [2,"9","Authorize",{"idToken":5}]                   | TypeConstraintViolation
          ocpp2.1   | [2,"9","Authorize",{"idToken":5}]                   | TypeConstraintViolation
          ocpp1.6   | [2,"9","Authorize",{}]                              | OccurenceConstraintViolation
          ocpp2.0.1 | [2,"9","Authorize",{}]                              | OccurrenceConstraintViolation
          ocpp2.1   | [2,"9","Authorize",{}]                              | OccurrenceConstraintViolation
          ocpp1.6   | [2,"9","Heartbeat",7]                               | FormationViolation
          ocpp2.0.1 | [2,"9","Heartbeat",7]                               | FormatViolation
          ocpp2.1   | [2,"9","Heartbeat",7]                               | FormatViolation
          ocpp1.6   | [2,"9","Heartbeat"]                                 | FormationViolation
          ocpp2.0.1 | [2,"9","Heartbeat"]                                 | RpcFrameworkError
          ocpp2.1   | [2,"9","Heartbeat"]                                 | RpcFrameworkError
          ocpp2.0.1 | [9,"9","Heartbeat",{}]                              | MessageTypeNotSupported
          ocpp2.1   | [9,"9","Heartbeat",{}]                              | MessageTypeNotSupported
          """)
  void refusesABadCallInTheWordsOfTheVersion(String version, String call, String code) {
    var station = connect(version);

    String answer = station.ask(call);

    assertThat(answer).startsWith("[4,\"9\",\"" + code + "\"");
  }

  private TestStation connect(String version) {
    var uri = URI.create("ws://127.0.0.1:" + server.port() + "/ocpp/CP1");
    var station = TestStation.connect(client, uri, version);
    Patience.until("connected", () -> gateway.isConnected(CP1));
    return station;
  }
}
