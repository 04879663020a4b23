package energy.setpoint.app.engine;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.storage.StorageSettings;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.ocpp.server.ServerSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What an engine needs in order to run.
 *
 * @param stations where it listens for charging stations
 * @param callTimeout how long a station may take to answer, on the wall clock
 * @param wireLog file that gets every OCPP frame; none when empty
 * @param worldControl where the simulated world of a demo takes commands
 */
public record EngineSettings(
    SiteFile site,
    StorageSettings storage,
    ServerSettings stations,
    Duration callTimeout,
    Optional<Path> wireLog,
    Timeline timeline,
    Optional<URI> worldControl) {}
