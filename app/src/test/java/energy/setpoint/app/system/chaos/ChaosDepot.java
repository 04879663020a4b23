package energy.setpoint.app.system.chaos;

import static energy.setpoint.app.config.ProjectFiles.project;

import energy.setpoint.app.cli.TimelineText;
import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.app.system.FreePortNumbers;
import energy.setpoint.app.system.chaos.witness.FuseWitness;
import energy.setpoint.app.system.chaos.witness.StationNotary;
import energy.setpoint.app.system.chaos.witness.Testimonies;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.simulation.world.DepotScenario;
import energy.setpoint.simulation.world.World;
import energy.setpoint.simulation.world.WorldControl;
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
import java.util.Map;
import java.util.Optional;

/**
 * All that takes part, each where it can be struck: stations, broker and Modbus server of the
 * simulated world in this JVM, PostgreSQL and the engine as processes of their own.
 */
final class ChaosDepot implements AutoCloseable {

  private static final LocalDateTime START = LocalDateTime.parse("2026-05-19T13:00");

  private final Timeline timeline;
  private final Instant begin;
  private final SiteFile file;
  private final World world;
  private final FuseWitness fuses;
  private final Testimonies testimonies = new Testimonies();
  private final TcpGate modbus;
  private final DatabaseServer database;
  private final EngineKeeper engine;
  private final EngineApi api;

  private ChaosDepot(Path folder, ChaosSettings settings) throws IOException {
    List<Integer> ports = FreePortNumbers.find(6);
    int mqtt = ports.get(2);
    this.file = SiteFile.read(writeSite(folder, ports.get(0), mqtt), project("config/devices"));
    this.database =
        new DatabaseServer(
            folder.resolve("database"), SharedPostgres.binariesCache(), ports.get(3));
    Instant wall = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    this.begin = START.atZone(site().zone()).toInstant();
    this.timeline = Timeline.accelerated(wall, begin, settings.speed());
    double perMinute = 60 * settings.speed();
    this.fuses =
        new FuseWitness(site(), at -> (int) (Duration.between(begin, at).toSeconds() / perMinute));
    Duration visits = settings.strikes().plusHours(1).multipliedBy((long) settings.speed());
    this.world =
        World.start(
            DepotScenario.of(site(), settings.seed())
                .withVisits(ChaosVisits.of(site(), begin, visits, settings.seed())),
            new WorldPorts(
                URI.create("ws://127.0.0.1:" + ports.get(4) + "/ocpp"),
                ports.get(1),
                mqtt,
                "depot"),
            timeline,
            Optional.of(fuses),
            sockets -> new StationNotary(sockets, testimonies));
    this.modbus = new TcpGate(ports.get(0), ports.get(1));
    this.api = new EngineApi(ports.get(5));
    this.engine =
        new EngineKeeper(
            folder.resolve("engine.log"),
            List.of(
                "serve",
                "--site=" + folder.resolve("site.yaml"),
                "--data=" + folder.resolve("data"),
                "--database=" + database.url(),
                "--database-user=" + database.user(),
                "--port=" + ports.get(5),
                "--ocpp-host=127.0.0.1",
                "--ocpp-port=" + ports.get(4),
                "--wire-log=" + folder.resolve("wire.log"),
                "--call-timeout=5",
                "--timeline=" + TimelineText.write(wall, begin, settings.speed()),
                "--end-with=" + ProcessHandle.current().pid()),
            Map.of("SETPOINT_DATABASE_PASSWORD", database.password()));
  }

  /** Vehicles come from now on; the engine is not started yet. */
  static ChaosDepot open(Path folder, ChaosSettings settings) throws IOException {
    return new ChaosDepot(folder, settings);
  }

  private static Path writeSite(Path folder, int modbus, int mqtt) throws IOException {
    String site = Files.readString(project("app/src/test/resources/system/chaos/site.yaml"));
    Files.copy(project("config/demo/tariff.yaml"), folder.resolve("tariff.yaml"));
    return Files.writeString(
        folder.resolve("site.yaml"),
        site.replace(":18830", ":" + mqtt).replace("port: 15020", "port: " + modbus));
  }

  Site site() {
    return file.site();
  }

  List<String> stations() {
    return site().stations().stream().map(Station::id).map(Object::toString).toList();
  }

  /** By the wall clock, since vehicles began to come. */
  Duration elapsed() {
    return timeline.realTime(Duration.between(begin, timeline.instant()));
  }

  FuseWitness fuses() {
    return fuses;
  }

  Testimonies testimonies() {
    return testimonies;
  }

  WorldControl world() {
    return world.control();
  }

  /** Messages of transactions that stations still keep for the engine. */
  int unsent() {
    return world.snapshot().stations().stream().mapToInt(station -> station.queued()).sum();
  }

  TcpGate modbus() {
    return modbus;
  }

  DatabaseServer database() {
    return database;
  }

  EngineKeeper engine() {
    return engine;
  }

  EngineApi api() {
    return api;
  }

  @Override
  public void close() throws IOException {
    api.close();
    engine.close();
    world.close();
    modbus.close();
    database.close();
  }
}
