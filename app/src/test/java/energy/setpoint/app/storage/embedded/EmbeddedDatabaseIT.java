package energy.setpoint.app.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.storage.failure.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

  private static final Path CACHE = Path.of("target", "embedded-postgresql").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void keepsItsDataAcrossRestarts() throws Exception {
    try (var database = EmbeddedDatabase.start(settings())) {
      execute(database, "create table kept (value int); insert into kept values (42)");
    }

    try (var again = EmbeddedDatabase.start(settings())) {
      assertThat(query(again, "select value from kept")).isEqualTo("42");
    }
  }

  @Test
  void leavesNothingRunningAfterClose() {
    var database = EmbeddedDatabase.start(settings());
    assertThat(processes()).isPositive();

    database.close();

    assertThat(processes()).isZero();
  }

  @Test
  void runsTheMajorVersionItClaimsAndKeepsThePromisesOfDurability() throws Exception {
    try (var database = EmbeddedDatabase.start(settings())) {
      assertThat(query(database, "show server_version"))
          .startsWith(EmbeddedDatabase.MAJOR_VERSION + ".");
      assertThat(query(database, "show fsync")).isEqualTo("on");
      assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
      assertThat(query(database, "show full_page_writes")).isEqualTo("on");
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() {
    try (var database = EmbeddedDatabase.start(settings())) {
      assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void refusesAFolderThatAnotherEngineUses() {
    try (var _ = EmbeddedDatabase.start(settings())) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(settings()))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("is in use by another engine (process ")
          .hasMessageContaining(folder.toString());
    }
  }

  @Test
  void refusesAFolderThatAnotherProcessUses() throws Exception {
    try (var _ = EngineProcess.startAndCommit(folder, CACHE)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(settings()))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("is in use by another engine (process ");
    }
    EmbeddedDatabase.start(settings()).close();
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("a-file"), "");

    assertThatThrownBy(() ->
            EmbeddedDatabase.start(
                EmbeddedSettings.in(file.resolve("data")).withBinariesCache(CACHE)))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("is not writable")
        .hasMessageContaining("Maybe choose another folder");
  }

  @Test
  void refusesTheDataOfAnotherMajorVersionAndLeavesThemAlone() throws Exception {
    Path data = Files.createDirectories(folder.resolve("postgresql"));
    Path version = Files.writeString(data.resolve("PG_VERSION"), "15\n");

    assertThatThrownBy(() -> EmbeddedDatabase.start(settings()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("were made by PostgreSQL 15, but this engine brings PostgreSQL 18");
    assertThat(version).hasContent("15");
  }

  @Test
  void refusesAFolderWithSomethingElseInItsPlaceAndLeavesItAlone() throws Exception {
    Path data = Files.createDirectories(folder.resolve("postgresql"));
    Path photo = Files.writeString(data.resolve("holiday.jpg"), "sea");

    assertThatThrownBy(() -> EmbeddedDatabase.start(settings()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("holds no PostgreSQL data");
    assertThat(photo).hasContent("sea");
  }

  @Test
  void findsWhatAKilledEngineCommittedAlthoughItsPostgresqlStillRuns() throws Exception {
    EngineProcess engine = EngineProcess.startAndCommit(folder, CACHE);
    engine.kill();
    assertThat(processes()).as("orphans").isPositive();

    try (var database = EmbeddedDatabase.start(settings())) {
      assertThat(query(database, "select value from kept")).isEqualTo("42");
    }

    assertThat(processes()).isZero();
  }

  @Test
  void findsWhatWasCommittedWhenPostgresqlWasKilledToo() throws Exception {
    EngineProcess engine = EngineProcess.startAndCommit(folder, CACHE);
    engine.kill();
    for (ProcessHandle orphan : leftovers().find()) {
      orphan.destroyForcibly();
      orphan.onExit().join();
    }

    try (var database = EmbeddedDatabase.start(settings())) {
      assertThat(query(database, "select value from kept")).isEqualTo("42");
    }
  }

  @Test
  void stopsPostgresqlWhenTheEngineIsTerminated() throws Exception {
    EngineProcess engine = EngineProcess.startAndCommit(folder, CACHE);

    engine.terminate();

    assertThat(processes()).isZero();
  }

  @Test
  void beginsAnewWhereAnInitialisationWasInterrupted() throws Exception {
    Files.writeString(folder.resolve("initialising"), "");
    Path data = Files.createDirectories(folder.resolve("postgresql"));
    Files.writeString(data.resolve("PG_VERSION"), "18\n");
    Files.writeString(data.resolve("postgresql.conf"), "");

    try (var database = EmbeddedDatabase.start(settings())) {
      assertThat(query(database, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void startsAlthoughThePidFileNamesAnotherLivingProgram() throws Exception {
    EmbeddedDatabase.start(settings()).close();
    long ourPid = ProcessHandle.current().pid();
    Files.writeString(folder.resolve("postgresql").resolve("postmaster.pid"), ourPid + "\n");

    try (var database = EmbeddedDatabase.start(settings())) {
      assertThat(query(database, "select 1")).isEqualTo("1");
    }
  }

  private EmbeddedSettings settings() {
    return EmbeddedSettings.in(folder).withBinariesCache(CACHE);
  }

  private LeftoverPostgres leftovers() {
    try {
      return new LeftoverPostgres(folder.toRealPath().resolve("postgresql"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private long processes() {
    return leftovers().find().size();
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
