package energy.setpoint.app.storage.embedded;

import energy.setpoint.app.storage.failure.StorageException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL as child of this process, its data in a folder that stays.
 *
 * <p>It listens on the loopback address only and asks for the password that stands in the folder.
 * It is stopped by {@link #close()} and when the JVM shuts down; after a {@code kill -9} of the JVM
 * it goes on alone until the next start on the same folder stops it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** Of the binaries on the class path; a test holds the two together. */
  static final int MAJOR_VERSION = 18;

  static final String USER = "postgres";

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** Small, but with every promise of durability kept: the library would switch two of them off. */
  private static final Map<String, String> SERVER =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("max_connections", "40"),
          Map.entry("shared_buffers", "32MB"),
          Map.entry("work_mem", "4MB"),
          Map.entry("wal_level", "minimal"),
          Map.entry("max_wal_senders", "0"),
          Map.entry("max_wal_size", "256MB"),
          Map.entry("jit", "off"),
          Map.entry("log_min_messages", "warning"));

  private final EmbeddedSettings settings;
  private final DataFolder folder;
  private final FileGuard guard;
  private final ReentrantLock lifecycle = new ReentrantLock();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread shutdownHook = new Thread(this::onShutdown, "postgresql-shutdown");
  private @Nullable EmbeddedPostgres server;
  private String password = "";

  private EmbeddedDatabase(EmbeddedSettings settings, DataFolder folder, FileGuard guard) {
    this.settings = settings;
    this.folder = folder;
    this.guard = guard;
  }

  /**
   * Starts PostgreSQL on a folder: fresh, on what an earlier run left, or after a crash.
   *
   * @throws StorageException when the folder is in use, not writable, of another major version, or
   *     PostgreSQL does not start
   */
  public static EmbeddedDatabase start(EmbeddedSettings settings) {
    long begin = System.nanoTime();
    DataFolder folder = DataFolder.open(settings.folder());
    EmbeddedDatabase database = new EmbeddedDatabase(settings, folder, folder.lock());
    database.start();
    log.info(
        "PostgreSQL {} is up on port {} with its data in {} after {} ms.",
        MAJOR_VERSION,
        database.port(),
        folder.path(),
        Duration.ofNanos(System.nanoTime() - begin).toMillis());
    return database;
  }

  public int port() {
    if (server == null) {
      throw new IllegalStateException("PostgreSQL is not running.");
    }
    return server.getPort();
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + USER;
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  private void start() {
    lifecycle.lock();
    try {
      Runtime.getRuntime().addShutdownHook(shutdownHook);
      new LeftoverPostgres(folder.data()).stop();
      folder.prepare(MAJOR_VERSION);
      folder.rotateLog();
      password = folder.password();
      server = launch();
      folder.initialised();
    } catch (IOException | RuntimeException e) {
      close();
      throw e instanceof StorageException refusal ? refusal : notStarted(e);
    } finally {
      lifecycle.unlock();
    }
  }

  private EmbeddedPostgres launch() throws IOException {
    BinariesCache cache = new BinariesCache(settings.binariesCache());
    try (FileGuard _ = cache.reserve()) {
      // Also where the library looks for abandoned data of its own kind; by default below /tmp.
      System.setProperty("ot.epg.working-dir", settings.binariesCache().toString());
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(settings.binariesCache().toFile())
              .setDataDirectory(folder.data())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPort(settings.port())
              .setPGStartupWait(settings.startPatience())
              .setConnectConfig("password", password)
              .setOutputRedirector(Redirect.appendTo(folder.logFile().toFile()));
      SERVER.forEach(builder::setServerConfig);
      initialisation().forEach(builder::setLocaleConfig);
      try {
        return builder.start();
      } finally {
        cache.keepToOurselves();
      }
    }
  }

  /** Long options of initdb; the library calls them locale, but hands on any. */
  private Map<String, String> initialisation() {
    return Map.of(
        "auth", "scram-sha-256",
        "pwfile", folder.passwordFile().toString(),
        "locale-provider", "builtin",
        "builtin-locale", "C.UTF-8",
        "locale", "C");
  }

  private StorageException notStarted(Exception e) {
    return new StorageException(
        "PostgreSQL does not start on %s: %s. Its log ends: %s. Maybe run the engine as a normal user, or give it the URL of a PostgreSQL of your own."
            .formatted(folder.path(), e.getMessage(), folder.endOfLog()),
        e);
  }

  /** Stops PostgreSQL; afterwards nothing of it is running. Does nothing the second time. */
  @Override
  public void close() {
    lifecycle.lock();
    try {
      if (closed.getCount() == 0) {
        return;
      }
      stopServer();
      closed.countDown();
      removeShutdownHook();
    } finally {
      lifecycle.unlock();
    }
  }

  private void stopServer() {
    try (guard) {
      if (server != null) {
        writeCheckpoint();
        server.close();
      }
      new LeftoverPostgres(folder.data()).awaitEnd();
      log.info("PostgreSQL on {} is stopped.", folder.path());
    } catch (IOException e) {
      log.warn("PostgreSQL on {} did not stop cleanly.", folder.path(), e);
    }
  }

  /** Beforehand, because the library gives the checkpoint at the end 5 seconds only. */
  private void writeCheckpoint() {
    try (var connection = DriverManager.getConnection(jdbcUrl(), USER, password);
        var statement = connection.createStatement()) {
      statement.execute("checkpoint");
    } catch (SQLException e) {
      log.debug("No checkpoint before the end: {}", e.getMessage());
    }
  }

  private void removeShutdownHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException alreadyShuttingDown) {
      log.debug("The JVM is already shutting down.");
    }
  }

  private void onShutdown() {
    try {
      if (closed.await(settings.shutdownGrace().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }
}
