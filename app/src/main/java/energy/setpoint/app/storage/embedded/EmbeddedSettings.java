package energy.setpoint.app.storage.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Where the embedded PostgreSQL lives and how it comes and goes.
 *
 * @param folder holds the data for good; made when it is missing
 * @param binariesCache holds the unpacked programs, about 60 MB; may be deleted while no engine
 *     runs
 * @param port 0 for any free one
 * @param startPatience how long PostgreSQL may take to start; recovery after a crash counts
 * @param shutdownGrace how long the shutdown hook waits for an orderly {@link
 *     EmbeddedDatabase#close()}, so that the last writes get through, before it stops PostgreSQL
 *     itself; zero when nobody else closes
 */
public record EmbeddedSettings(
    Path folder, Path binariesCache, int port, Duration startPatience, Duration shutdownGrace) {

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  public EmbeddedSettings {
    folder = folder.toAbsolutePath().normalize();
    binariesCache = binariesCache.toAbsolutePath().normalize();
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port lies between 0 and 65535, not at " + port + ".");
    }
  }

  /** Any free port, and the programs in the user's cache folder. */
  public static EmbeddedSettings in(Path folder) {
    return new EmbeddedSettings(
        folder,
        usersCache(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home")),
        0,
        START_PATIENCE,
        Duration.ZERO);
  }

  public EmbeddedSettings withBinariesCache(Path cache) {
    return new EmbeddedSettings(folder, cache, port, startPatience, shutdownGrace);
  }

  public EmbeddedSettings withPort(int newPort) {
    return new EmbeddedSettings(folder, binariesCache, newPort, startPatience, shutdownGrace);
  }

  public EmbeddedSettings withShutdownGrace(Duration grace) {
    return new EmbeddedSettings(folder, binariesCache, port, startPatience, grace);
  }

  /** The folder that the operating system's customs give to caches of a user. */
  static Path usersCache(Map<String, String> environment, String operatingSystem, String home) {
    String system = operatingSystem.toLowerCase(Locale.ROOT);
    if (system.contains("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", home);
      return Path.of(local, "setpoint", "cache", "postgresql");
    }
    if (system.contains("mac")) {
      return Path.of(home, "Library", "Caches", "setpoint", "postgresql");
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches = xdg.isBlank() ? Path.of(home, ".cache") : Path.of(xdg);
    return caches.resolve("setpoint").resolve("postgresql");
  }
}
