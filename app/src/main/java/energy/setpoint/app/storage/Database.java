package energy.setpoint.app.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import energy.setpoint.app.storage.embedded.EmbeddedDatabase;
import energy.setpoint.app.storage.failure.StorageException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** An open PostgreSQL whose tables are up to date, and a pool of connections to it. */
public final class Database implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Database.class);
  private static final Duration PAUSE_BETWEEN_TRIES = Duration.ofMillis(500);

  /** Own schema, so that the database may hold other things; extensions live in public. */
  private static final String SCHEMA = "setpoint";

  private final Optional<EmbeddedDatabase> embedded;
  private final HikariDataSource pool;

  private Database(Optional<EmbeddedDatabase> embedded, HikariDataSource pool) {
    this.embedded = embedded;
    this.pool = pool;
  }

  /**
   * Starts the embedded database or connects to an external one, and brings its tables up to date.
   *
   * @throws StorageException when that is impossible, with what to do about it
   */
  public static Database open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.External external -> connect(external, Optional.empty());
      case DatabaseSettings.Embedded(var where) -> {
        EmbeddedDatabase server = EmbeddedDatabase.start(where);
        var address =
            new DatabaseSettings.External(
                server.jdbcUrl(), server.user(), server.password(), Duration.ZERO);
        try {
          yield connect(address, Optional.of(server));
        } catch (RuntimeException e) {
          server.close();
          throw e;
        }
      }
    };
  }

  private static Database connect(
      DatabaseSettings.External address, Optional<EmbeddedDatabase> embedded) {
    requireAnswer(address);
    HikariDataSource pool = new HikariDataSource(pool(address));
    try {
      new Migrations(pool, SCHEMA).run();
    } catch (FlywayException | DataAccessException e) {
      pool.close();
      throw new StorageException(
          "Cannot bring the tables in %s up to date: %s. Maybe the user lacks the right to create them, or a newer engine has been here."
              .formatted(Refusals.withoutPassword(address.url()), e.getMessage()),
          e);
    }
    log.info("Storage is {}.", address);
    return new Database(embedded, pool);
  }

  private static void requireAnswer(DatabaseSettings.External address) {
    long deadline = System.nanoTime() + address.patience().toNanos();
    Properties properties = driverProperties(address);
    while (true) {
      try (var connection = DriverManager.getConnection(address.url(), properties)) {
        log.debug("Reached {}.", connection.getMetaData().getDatabaseProductVersion());
        return;
      } catch (SQLException e) {
        if (!Refusals.isUnreachable(e) || System.nanoTime() >= deadline) {
          throw Refusals.of(address, e);
        }
        log.info("Waiting for the database {}: {}", address, e.getMessage());
        LockSupport.parkNanos(PAUSE_BETWEEN_TRIES.toNanos());
      }
    }
  }

  private static HikariConfig pool(DatabaseSettings.External address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("storage");
    config.setJdbcUrl(address.url());
    config.setDataSourceProperties(driverProperties(address));
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(1);
    // A reader would rather hear soon that the database is away.
    config.setConnectionTimeout(Duration.ofSeconds(3).toMillis());
    return config;
  }

  private static Properties driverProperties(DatabaseSettings.External address) {
    Properties properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    properties.setProperty("ApplicationName", "setpoint");
    properties.setProperty("currentSchema", SCHEMA + ",public");
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", "60");
    properties.setProperty("tcpKeepAlive", "true");
    return properties;
  }

  public DataSource dataSource() {
    return pool;
  }

  /** The engine's own PostgreSQL; empty when the database is external. */
  public Optional<EmbeddedDatabase> embedded() {
    return embedded;
  }

  @Override
  public void close() {
    pool.close();
    embedded.ifPresent(EmbeddedDatabase::close);
  }
}
