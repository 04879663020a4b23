package energy.setpoint.app.system;

import static energy.setpoint.app.config.ProjectFiles.project;

import energy.setpoint.app.cli.TimelineText;
import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.engine.Engine;
import energy.setpoint.app.engine.EngineSettings;
import energy.setpoint.app.storage.DatabaseSettings;
import energy.setpoint.app.storage.StorageSettings;
import energy.setpoint.app.storage.embedded.EmbeddedSettings;
import energy.setpoint.app.web.WebServer;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.ocpp.server.ServerSettings;
import energy.setpoint.simulation.station.state.EvseSnapshot;
import energy.setpoint.simulation.world.DepotScenario;
import energy.setpoint.simulation.world.World;
import energy.setpoint.simulation.world.WorldPorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The depot of the demo on free ports: its files in a folder, and the simulated world. */
final class DemoDepot implements AutoCloseable {

  static final double SPEED = 60;
  private static final LocalDateTime START = LocalDateTime.parse("2026-05-19T17:30");
  private static final int SEED = 3;

  private final Path folder;
  private final SiteFile file;
  private final int stationPort;
  private final int pagePort;
  private final Instant wall;
  private final Instant begin;
  private final Timeline timeline;
  private final World world;

  private DemoDepot(Path folder) throws IOException {
    List<Integer> ports = FreePortNumbers.find(4);
    int modbus = ports.get(0);
    int mqtt = ports.get(1);
    this.folder = folder;
    this.stationPort = ports.get(2);
    this.pagePort = ports.get(3);
    this.file = SiteFile.read(writeSite(modbus, mqtt), project("config/devices"));
    this.wall = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    this.begin = START.atZone(site().zone()).toInstant();
    this.timeline = Timeline.accelerated(wall, begin, SPEED);
    URI engine = URI.create("ws://127.0.0.1:" + stationPort + "/ocpp");
    this.world =
        World.start(
            DepotScenario.of(site(), SEED),
            new WorldPorts(engine, modbus, mqtt, "depot"),
            timeline,
            Optional.empty());
  }

  /** Vehicles begin to come at once, whether there is an engine or not. */
  static DemoDepot open(Path folder) throws IOException {
    return new DemoDepot(folder);
  }

  private Path writeSite(int modbus, int mqtt) throws IOException {
    Path demo = project("config/demo");
    String site = Files.readString(demo.resolve("site.yaml"));
    Files.copy(demo.resolve("tariff.yaml"), folder.resolve("tariff.yaml"));
    return Files.writeString(
        siteFile(), site.replace(":18830", ":" + mqtt).replace("port: 15020", "port: " + modbus));
  }

  /** An engine in this JVM, with a database of its own. */
  Engine startEngine() {
    return Engine.start(
        new EngineSettings(
            file,
            StorageSettings.of(new DatabaseSettings.Embedded(EmbeddedSettings.in(data()))),
            ServerSettings.onPort(stationPort).withHost("127.0.0.1"),
            Duration.ofSeconds(5),
            Optional.of(wireLog()),
            timeline,
            Optional.empty()));
  }

  /** Page and API of an engine in this JVM. */
  WebServer startWeb(Engine engine) {
    return WebServer.start(
        new WebServer.Sources(
            engine,
            engine.storage().sessionQueries(),
            engine.storage().measurementQueries(),
            engine.storage().planQueries(),
            engine.storage().intentQueries(),
            engine.storage().securityEventQueries()),
        "127.0.0.1",
        pagePort);
  }

  /** What an engine in another process is told on its command line. */
  List<String> serveArguments() {
    return List.of(
        "serve",
        "--site=" + siteFile(),
        "--data=" + data(),
        "--port=" + pagePort,
        "--ocpp-host=127.0.0.1",
        "--ocpp-port=" + stationPort,
        "--wire-log=" + wireLog(),
        "--call-timeout=5",
        "--timeline=" + TimelineText.write(wall, begin, SPEED),
        "--end-with=" + ProcessHandle.current().pid());
  }

  Site site() {
    return file.site();
  }

  World world() {
    return world;
  }

  Instant begin() {
    return begin;
  }

  Instant now() {
    return timeline.instant();
  }

  /** Site time since vehicles began to come. */
  Duration elapsed() {
    return Duration.between(begin, now());
  }

  /** What really happens at an EVSE. */
  EvseSnapshot look(EvseRef evse) {
    return world.snapshot().stations().stream()
        .flatMap(station -> station.evses().stream())
        .filter(place -> place.evse().equals(evse))
        .findFirst()
        .orElseThrow();
  }

  URI page(String path) {
    return URI.create("http://127.0.0.1:" + pagePort + path);
  }

  Path siteFile() {
    return folder.resolve("site.yaml");
  }

  Path data() {
    return folder.resolve("data");
  }

  Path wireLog() {
    return folder.resolve("wire.log");
  }

  @Override
  public void close() {
    world.close();
  }
}
