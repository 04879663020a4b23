package energy.setpoint.app.system.chaos;

import energy.setpoint.app.storage.embedded.EmbeddedDatabase;
import energy.setpoint.app.storage.embedded.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A PostgreSQL beside the engine, always on the same port and folder, that can be killed.
 * Thread-safe.
 */
final class DatabaseServer implements AutoCloseable {

  private final EmbeddedSettings settings;
  private EmbeddedDatabase database;

  DatabaseServer(Path folder, Path binaries, int port) {
    this.settings = EmbeddedSettings.in(folder).withBinariesCache(binaries).withPort(port);
    this.database = EmbeddedDatabase.start(settings);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/postgres";
  }

  String user() {
    return database.user();
  }

  String password() {
    return database.password();
  }

  synchronized Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), user(), password());
  }

  /** SIGKILL to the server and all that it started: nothing is flushed, nothing is said. */
  synchronized void kill() throws IOException {
    ProcessHandle postmaster =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip()))
            .orElseThrow();
    List<ProcessHandle> family = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    postmaster.onExit().join();
    family.forEach(process -> process.onExit().join());
  }

  private Path pidFile() throws IOException {
    try (var files = Files.walk(settings.folder())) {
      return files
          .filter(file -> file.getFileName().toString().equals("postmaster.pid"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Begins on what the killed one left. */
  synchronized void revive() {
    database.close();
    database = EmbeddedDatabase.start(settings);
  }

  @Override
  public void close() {
    database.close();
  }
}
