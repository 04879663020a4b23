package energy.setpoint.app.cli;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.engine.Engine;
import energy.setpoint.app.engine.EngineSettings;
import energy.setpoint.app.storage.DatabaseSettings;
import energy.setpoint.app.storage.StorageSettings;
import energy.setpoint.app.storage.embedded.EmbeddedSettings;
import energy.setpoint.app.web.WebServer;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.ocpp.server.ServerSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code setpoint serve}: the engine for a site, until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the engine for the site that a YAML file describes: plans, guards its fuses,",
      "and speaks with its charging stations and devices. Ctrl-C stops it."
    })
public final class ServeCommand implements Callable<Integer> {

  private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(25);

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--site", required = true, paramLabel = "FILE", description = "Site as YAML.")
  private @Nullable Path site;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Interface for page and API; default: ${DEFAULT-VALUE}. They have no login yet: expose"
              + " them only behind a proxy that has.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of page and API; default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--ocpp-host",
      paramLabel = "ADDRESS",
      defaultValue = "0.0.0.0",
      description = "Interface for charging stations; default: ${DEFAULT-VALUE}.")
  private String ocppHost = "0.0.0.0";

  @Option(
      names = "--ocpp-port",
      paramLabel = "PORT",
      defaultValue = "9000",
      description = "Port for charging stations, at /ocpp/{stationId}; default: ${DEFAULT-VALUE}.")
  private int ocppPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description =
          "Folder, kept, of the embedded PostgreSQL and of what stations were told is accepted until"
              + " it is stored; default: ${DEFAULT-VALUE}.")
  private Path data = Path.of("data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "An own PostgreSQL or TimescaleDB instead, as jdbc:postgresql://host:port/database;"
              + " its password is read from SETPOINT_DATABASE_PASSWORD.")
  private @Nullable String database;

  @Option(
      names = "--database-user",
      paramLabel = "NAME",
      defaultValue = "setpoint",
      description = "User of that database; default: ${DEFAULT-VALUE}.")
  private String databaseUser = "setpoint";

  @Option(
      names = "--wire-log",
      paramLabel = "FILE",
      description = "Append every OCPP frame to this file.")
  private @Nullable Path wireLog;

  @Option(
      names = "--call-timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long a station may take to answer; default: ${DEFAULT-VALUE} s.")
  private int callTimeoutSeconds;

  @Option(names = "--timeline", hidden = true, converter = TimelineText.class)
  private @Nullable Timeline timeline;

  @Option(names = "--world-control", hidden = true)
  private @Nullable URI worldControl;

  @Option(names = "--end-with", hidden = true, description = "Ends when this process has ended.")
  private @Nullable Long parentPid;

  @Override
  public Integer call() throws InterruptedException {
    SiteFile file = SiteFile.read(Objects.requireNonNull(site));
    FreePorts.require(host, port, "page and API", "--port");
    FreePorts.require(ocppHost, ocppPort, "charging stations", "--ocpp-port");
    Shutdown shutdown = Shutdown.listen(SHUTDOWN_GRACE);
    Optional.ofNullable(parentPid).ifPresent(shutdown::endWith);
    try (shutdown;
        Engine engine = Engine.start(settings(file));
        WebServer web = WebServer.start(sources(engine), host, port)) {
      greet(file, engine, web);
      shutdown.await();
    }
    return 0;
  }

  private EngineSettings settings(SiteFile file) {
    return new EngineSettings(
        file,
        StorageSettings.of(databaseSettings())
            .withAccepted(data.resolve("accepted-" + file.site().id().value() + ".jsonl")),
        ServerSettings.onPort(ocppPort).withHost(ocppHost),
        Duration.ofSeconds(callTimeoutSeconds),
        Optional.ofNullable(wireLog),
        Objects.requireNonNullElse(timeline, Timeline.system()),
        Optional.ofNullable(worldControl));
  }

  private DatabaseSettings databaseSettings() {
    if (database == null) {
      return new DatabaseSettings.Embedded(
          EmbeddedSettings.in(data).withShutdownGrace(SHUTDOWN_GRACE));
    }
    String password = Objects.requireNonNullElse(System.getenv("SETPOINT_DATABASE_PASSWORD"), "");
    return new DatabaseSettings.External(database, databaseUser, password, Duration.ofSeconds(60));
  }

  private static WebServer.Sources sources(Engine engine) {
    return new WebServer.Sources(
        engine,
        engine.storage().sessionQueries(),
        engine.storage().measurementQueries(),
        engine.storage().planQueries(),
        engine.storage().intentQueries(),
        engine.storage().securityEventQueries());
  }

  private void greet(SiteFile file, Engine engine, WebServer web) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf("Setpoint runs %s (%s)%n", file.site().name(), file.file());
    out.printf("  page      http://localhost:%d/%n", web.port());
    out.printf("  API       http://localhost:%d/swagger-ui.html%n", web.port());
    out.printf("  metrics   http://localhost:%d/actuator/prometheus%n", web.port());
    out.printf("  stations  ws://<this host>:%d/ocpp/{stationId}%n", engine.stationPort());
    engine
        .stationTlsPort()
        .ifPresent(port -> out.printf("            wss://<this host>:%d/ocpp/{stationId}%n", port));
    out.flush();
  }
}
