package energy.setpoint.app.system;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.engine.Engine;
import energy.setpoint.app.engine.EngineSettings;
import energy.setpoint.app.storage.DatabaseSettings;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.app.storage.StorageSettings;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import energy.setpoint.ocpp.server.ServerSettings;
import energy.setpoint.simulation.physics.SimulatedVehicle;
import energy.setpoint.simulation.physics.VehicleModel;
import energy.setpoint.simulation.station.MessageSet;
import energy.setpoint.simulation.station.SimulatedStation;
import energy.setpoint.simulation.station.line.StationSettings;
import energy.setpoint.simulation.station.state.Arrival;
import energy.setpoint.simulation.station.v16.Messages16;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import energy.setpoint.simulation.station.wire.WebSocketTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated stations of three versions behind the engine, which is their CSMS's proxy. */
class ProxiedDepotIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Set<String> TRANSACTION_MESSAGES =
      Set.of("StartTransaction", "StopTransaction", "TransactionEvent");
  private static final Map<String, MessageSet> SPEECH =
      Map.of("old", new Messages16(), "mid", new Messages201(), "new", new Messages21());

  @TempDir private Path folder;

  private final Map<String, List<String>> csmsLog = new ConcurrentHashMap<>();
  private final DatabaseSettings.External database = SharedPostgres.newDatabase();
  private final ScheduledExecutorService life = Executors.newSingleThreadScheduledExecutor();
  private final List<SimulatedStation> stations = new ArrayList<>();
  private UpstreamCsms csms = new UpstreamCsms(0, csmsLog);
  private SiteFile site;
  private int stationPort;
  private Engine engine;
  private WebSocketTransport sockets;
  private LoggedTransport transport;

  @BeforeEach
  void start() throws IOException {
    Files.copy(project("config/demo/tariff.yaml"), folder.resolve("tariff.yaml"));
    site = SiteFile.read(Files.writeString(folder.resolve("site.yaml"), siteText()));
    stationPort = FreePortNumbers.find(1).getFirst();
    engine = startEngine();
    sockets = new WebSocketTransport(URI.create("ws://127.0.0.1:" + stationPort + "/ocpp"));
    transport = new LoggedTransport(sockets);
    for (Station station : site.site().stations()) {
      stations.add(
          new SimulatedStation(
              station,
              site.site().voltage(),
              SPEECH.get(station.id().value()),
              transport,
              StationSettings.usual().withMeterPeriod(Duration.ofSeconds(2)).withIdleMeters(false),
              Instant.now()));
    }
    life.scheduleWithFixedDelay(
        () -> stations.forEach(it -> it.advance(Instant.now())), 0, 100, TimeUnit.MILLISECONDS);
  }

  @AfterEach
  void stop() {
    life.shutdownNow();
    stations.forEach(SimulatedStation::close);
    sockets.close();
    engine.close();
    csms.close();
  }

  @Test
  void losesNoTransactionMessageWhenFirstTheCsmsAndThenTheEngineDiesInMidTransaction() {
    until("the CSMS is reached for all", () -> reached() == 3);
    stations.forEach(this::plugIn);
    until("all are limited", () -> SPEECH.keySet().stream().allMatch(this::isLimited));
    int csmsPort = csms.port();
    csms.close();
    until("the loss is noticed", () -> reached() == 0);
    until("messages are kept for all", () -> queuedStations() == 3);
    engine.close();
    engine = startEngine();
    until("the stations are back", () -> engine.proxied().size() == 3);
    stations.forEach(it -> it.unplug(1));
    until("all transactions have ended", () -> SPEECH.keySet().stream().allMatch(this::hasEnded));

    csms = new UpstreamCsms(csmsPort, csmsLog);
    until("all is delivered", () -> reached() == 3 && queuedStations() == 0);

    for (String station : SPEECH.keySet()) {
      List<String> told = transactionMessages(transport.said().get(station));
      assertThat(told).as(station).hasSizeGreaterThanOrEqualTo(2);
      assertThat(transactionMessages(csmsLog.get(station))).as(station).isEqualTo(told);
    }
    assertThat(csmsLog.values())
        .allSatisfy(log -> assertThat(log).noneMatch(it -> it.contains("\"sp-")));
  }

  private void plugIn(SimulatedStation station) {
    var vehicle = new SimulatedVehicle(VehicleModel.van(), StateOfCharge.ofPercent(20));
    station.plugIn(
        1, new Arrival(vehicle, "TOKEN", Optional.empty(), StateOfCharge.ofPercent(90), false));
  }

  private long reached() {
    return engine.proxied().stream().filter(it -> it.upstreamSince().isPresent()).count();
  }

  private long queuedStations() {
    return engine.proxied().stream().filter(it -> it.queued() > 0).count();
  }

  private boolean isLimited(String station) {
    return heard(station, it -> it.contains("\"sp-") && it.contains("\"TxProfile\""));
  }

  /** Its last transaction message says so, and was answered. */
  private boolean hasEnded(String station) {
    return transport.said().get(station).stream()
        .map(FrameCodec::parse)
        .filter(it -> it instanceof Frame.Call call && isEnd(call))
        .anyMatch(it -> heard(station, answer -> answer.contains(((Frame.Call) it).id())));
  }

  private static boolean isEnd(Frame.Call call) {
    return call.action().equals("StopTransaction")
        || call.payload().path("eventType").asString("").equals("Ended");
  }

  private boolean heard(String station, Predicate<String> frame) {
    return transport.heard().getOrDefault(station, List.of()).stream().anyMatch(frame);
  }

  /** By their ids, each once: what was on its way when something died may come twice. */
  private static List<String> transactionMessages(List<String> log) {
    return log.stream()
        .map(FrameCodec::parse)
        .filter(it ->
            it instanceof Frame.Call call
                && (TRANSACTION_MESSAGES.contains(call.action())
                    || call.payload().has("transactionId")))
        .map(it -> ((Frame.Call) it).id())
        .distinct()
        .toList();
  }

  private Engine startEngine() {
    return Engine.start(
        new EngineSettings(
            site,
            StorageSettings.of(database),
            ServerSettings.onPort(stationPort).withHost("127.0.0.1"),
            Duration.ofSeconds(5),
            Optional.empty(),
            Timeline.system(),
            Optional.empty()));
  }

  private String siteText() {
    return """
    id: yard
    zone: Europe/Amsterdam
    grid: { importLimitKw: 40 }
    circuits:
      main: { fuseA: 40 }
    stations:
      - { ids: [old, mid, new], circuit: main }
    tariff: tariff.yaml
    proxy: { upstream: "ws://127.0.0.1:%d/csms" }
    """
        .formatted(csms.port());
  }

  private static void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited in vain: " + what);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
