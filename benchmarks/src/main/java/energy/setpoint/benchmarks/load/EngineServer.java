package energy.setpoint.benchmarks.load;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.server.OcppServer;
import energy.setpoint.ocpp.server.ServerSettings;
import energy.setpoint.ocpp.stats.OcppCounters;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The station port of the engine, with all that stands between a socket and the site's loop. */
final class EngineServer {

  private static final int PERIODS = 24;

  private final int stations;
  private final OcppGateway gateway;
  private final OcppServer server;
  private final AtomicLong events = new AtomicLong();

  private EngineServer(int stations) {
    this.stations = stations;
    var counters = new OcppCounters();
    Map<StationId, StationTraits> known =
        IntStream.range(0, stations)
            .mapToObj(EngineServer::id)
            .collect(Collectors.toMap(id -> id, id -> StationTraits.PLAIN_AC));
    var engine =
        new EngineSide(
            event -> events.incrementAndGet(),
            new AtomicInteger()::incrementAndGet,
            (station, token) -> true,
            InstantSource.system());
    gateway = new OcppGateway(known, engine, GatewaySettings.DEFAULT, FrameTaps.NONE, counters);
    server =
        OcppServer.start(
            ServerSettings.onPort(0).withHost("127.0.0.1"), Dialects.bundled(), gateway, counters);
  }

  static EngineServer start(int stations) {
    return new EngineServer(stations);
  }

  private static StationId id(int station) {
    return new StationId("S" + station);
  }

  int port() {
    return server.port();
  }

  /** What the stations told the engine until now. */
  long events() {
    return events.get();
  }

  /** Sends a profile of 1 kB to every station and waits until each has accepted it. */
  Latencies broadcast() throws InterruptedException {
    long[] took = new long[stations];
    var open = new CountDownLatch(stations);
    long start = System.nanoTime();
    for (int i = 0; i < stations; i++) {
      int station = i;
      took[i] = -1;
      gateway
          .call(id(i), "SetChargingProfile", profile(i))
          .thenAccept(outcome -> {
            if (outcome instanceof CallOutcome.Answered) {
              took[station] = System.nanoTime() - start;
            }
            open.countDown();
          });
    }
    open.await(1, TimeUnit.MINUTES);
    return Latencies.of(took);
  }

  /** A day in hours: about 1 kB. */
  private static JsonNode profile(int station) {
    String periods =
        IntStream.range(0, PERIODS)
            .mapToObj(hour -> "{\"startPeriod\":%d,\"limit\":%d}".formatted(hour * 3600, 6 + hour))
            .collect(Collectors.joining(","));
    String schedule =
        "\"chargingRateUnit\":\"A\",\"startSchedule\":\"2026-06-01T00:00:00Z\","
            + "\"chargingSchedulePeriod\":["
            + periods
            + "]";
    String head =
        "\"stackLevel\":0,\"chargingProfilePurpose\":\"TxDefaultProfile\","
            + "\"chargingProfileKind\":\"Absolute\",";
    return JsonMapper.shared()
        .readTree(
            station % Messages.SUBPROTOCOLS.size() == 0
                ? "{\"connectorId\":0,\"csChargingProfiles\":{\"chargingProfileId\":1,%s%s}}"
                    .formatted(head, "\"chargingSchedule\":{" + schedule + "}")
                : "{\"evseId\":0,\"chargingProfile\":{\"id\":1,%s%s}}"
                    .formatted(head, "\"chargingSchedule\":[{\"id\":1," + schedule + "}]"));
  }
}
