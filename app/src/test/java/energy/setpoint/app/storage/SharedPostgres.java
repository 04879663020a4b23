package energy.setpoint.app.storage;

import energy.setpoint.app.storage.embedded.EmbeddedDatabase;
import energy.setpoint.app.storage.embedded.EmbeddedSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of a JVM; each asks for a database of its own. */
public final class SharedPostgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private SharedPostgres() {}

  public static Path binariesCache() {
    return Path.of("target", "embedded-postgresql").toAbsolutePath();
  }

  private static final class Server {
    static final EmbeddedDatabase RUNNING = start();

    private static EmbeddedDatabase start() {
      try {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path folder = Files.createTempDirectory(target, "shared-postgresql-");
        return EmbeddedDatabase.start(
            EmbeddedSettings.in(folder).withBinariesCache(binariesCache()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The address of a new, empty database. */
  public static DatabaseSettings.External newDatabase() {
    EmbeddedDatabase server = Server.RUNNING;
    String name = "test_" + DATABASES.incrementAndGet();
    execute(server, "create database " + name);
    String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name;
    return new DatabaseSettings.External(url, server.user(), server.password(), Duration.ZERO);
  }

  public static void execute(String sql) {
    execute(Server.RUNNING, sql);
  }

  private static void execute(EmbeddedDatabase server, String sql) {
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
