package energy.setpoint.app.demo;

import energy.setpoint.app.cli.LocalTimeText;
import energy.setpoint.app.cli.Shutdown;
import energy.setpoint.app.cli.TimelineText;
import energy.setpoint.app.config.SiteFile;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.simulation.station.habit.HabitsFile;
import energy.setpoint.simulation.world.DepotScenario;
import energy.setpoint.simulation.world.Scenario;
import energy.setpoint.simulation.world.World;
import energy.setpoint.simulation.world.WorldPorts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code setpoint demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "A depot with stations of OCPP 1.6, 2.0.1 and 2.1, vehicles, solar and a battery, simulated on",
      "real sockets, and the engine that plans and controls it. Ctrl-C stops everything."
    })
public final class DemoCommand implements Callable<Integer> {

  private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(40);

  @Spec private @Nullable CommandSpec spec;
  @Mixin private DemoPorts ports = new DemoPorts();

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "30",
      description = "Seconds of the site's time in each second; default: ${DEFAULT-VALUE}.")
  private double speed;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      converter = LocalTimeText.class,
      defaultValue = "2026-05-19T17:30",
      description =
          "Local time at which it begins; default: ${DEFAULT-VALUE}, a working day when vans come"
              + " home, the sun still shines and prices are high.")
  private LocalDateTime start = LocalDateTime.MIN;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = SiteTime.class,
      description =
          "End when the engine was ready for this much of the site's time, such as 1h or PT1H;"
              + " default: never.")
  private @Nullable Duration length;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "3",
      description = "Another number makes another day; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep database, logs and audit there; default: a temporary folder, removed at the end.")
  private @Nullable Path data;

  @Option(
      names = "--habits",
      paramLabel = "FILE",
      description = {
        "Stations misbehave as this YAML file says; docs/concepts/simulation.md has its words.",
        "Default: they do as they should."
      })
  private @Nullable Path habits;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    ports.requireFree();
    Shutdown shutdown = Shutdown.listen(SHUTDOWN_GRACE);
    try (shutdown;
        DemoFolder folder = DemoFolder.open(Optional.ofNullable(data))) {
      return run(folder, shutdown, out);
    }
  }

  private int run(DemoFolder folder, Shutdown shutdown, PrintWriter out)
      throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("setpoint.home", ""));
    Path siteFile = folder.writeSite(home.resolve("config").resolve("demo"), ports);
    Site site = SiteFile.read(siteFile).site();
    Instant wall = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Instant begin = begin(site);
    Timeline timeline = Timeline.accelerated(wall, begin, speed);
    WorldPorts doors =
        new WorldPorts(
            URI.create("ws://127.0.0.1:" + ports.stations + "/ocpp"),
            ports.modbus,
            ports.mqtt,
            "depot");
    try (Writer audit = Files.newBufferedWriter(folder.fuses());
        World world = World.start(scenario(site), doors, timeline, Optional.of(audit));
        FaultServer faults =
            FaultServer.start(
                ports.world, world.control(), site.stations().stream().map(Station::id).toList());
        EngineProcess engine =
            EngineProcess.start(
                arguments(folder, siteFile, TimelineText.write(wall, begin, speed), faults),
                ports.readiness(),
                folder.engineLog(),
                out)) {
      greet(out, folder, site, faults);
      AuditReport report = new AuditReport(world, site, timeline);
      DemoWatch watch = new DemoWatch(report, engine, shutdown, timeline, out);
      watch.untilOver(Optional.ofNullable(length));
      boolean clean = report.print(out);
      return clean && report.isOfReadyEngine() && !engine.isGivenUp() ? 0 : 1;
    }
  }

  private Scenario scenario(Site site) throws IOException {
    Scenario depot = DepotScenario.of(site, seed);
    try {
      return habits == null ? depot : depot.withHabits(HabitsFile.read(habits));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), habits + ": " + wrong.getMessage(), wrong);
    }
  }

  private Instant begin(Site site) {
    return start.atZone(site.zone()).toInstant();
  }

  private List<String> arguments(
      DemoFolder folder, Path siteFile, String timeline, FaultServer faults) {
    return List.of(
        "serve",
        "--site=" + siteFile,
        "--data=" + folder.data(),
        "--port=" + ports.page,
        "--ocpp-host=127.0.0.1",
        "--ocpp-port=" + ports.stations,
        "--wire-log=" + folder.wireLog(),
        "--call-timeout=5",
        "--timeline=" + timeline,
        "--world-control=" + faults.uri(),
        "--end-with=" + ProcessHandle.current().pid());
  }

  private void greet(PrintWriter out, DemoFolder folder, Site site, FaultServer faults) {
    out.printf(
        "%s: %d stations, %.0f times real time%n", site.name(), site.stations().size(), speed);
    out.printf("  page        http://localhost:%d/   (ready in some seconds)%n", ports.page);
    out.printf("  API         http://localhost:%d/swagger-ui.html%n", ports.page);
    out.printf("  OCPP frames %s%n", folder.wireLog());
    out.printf("  engine log  %s%n", folder.engineLog());
    out.printf(
        "  break it    curl -X POST %s/faults/broker (or modbus, stations/ID)%n", faults.uri());
    out.printf("              curl -X DELETE … heals it; or kill -9 the engine%n");
    if (!folder.isKept()) {
      out.printf("  Files are removed at the end; --data DIR keeps them.%n");
    }
    out.println();
    out.flush();
  }
}
