package energy.setpoint.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.storage.DatabaseSettings;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.app.storage.StorageSettings;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.ocpp.server.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit of the grid operator outlives the engine that was told. */
class ImportLimitIT {

  private static final String SITE =
      """
      id: yard
      zone: Europe/Amsterdam
      grid: {importLimitKw: 40}
      circuits: {main: {fuseA: 63}}
      stations: [{id: gate, circuit: main}]
      tariff: {import: {perKwh: 0.3}}
      """;

  @TempDir Path folder;

  @Test
  void holdsAfterARestart() throws IOException {
    DatabaseSettings database = SharedPostgres.newDatabase();
    try (Engine engine = engine(database)) {
      engine.changeImportLimit(Power.ofKilowatts(30));
      engine.changeImportLimit(Power.ofKilowatts(12));
    }

    try (Engine again = engine(database)) {
      assertThat(importLimit(again)).isEqualTo(Power.ofKilowatts(12));
    }
  }

  @Test
  void isKeptAfterwardsWhenTheDatabaseIsAwayAtFirst() throws Exception {
    DatabaseSettings.External database = SharedPostgres.newDatabase();
    try (Engine engine = engine(database)) {
      execute(database, "alter table setpoint.import_limit rename to away");

      boolean kept = engine.changeImportLimit(Power.ofKilowatts(12));
      execute(database, "alter table setpoint.away rename to import_limit");

      assertThat(kept).isFalse();
      assertThat(importLimit(engine)).isEqualTo(Power.ofKilowatts(12));
      await().until(() -> stored(database), watts -> watts == 12_000);
    }
  }

  private static void execute(DatabaseSettings.External database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** NaN when nothing is stored. */
  private static double stored(DatabaseSettings.External database) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select watts from setpoint.import_limit")) {
      return rows.next() ? rows.getDouble("watts") : Double.NaN;
    }
  }

  private static Connection connect(DatabaseSettings.External database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  @Test
  void isTheContractAsLongAsNobodySaidOtherwise() throws IOException {
    try (Engine engine = engine(SharedPostgres.newDatabase())) {
      assertThat(importLimit(engine)).isEqualTo(Power.ofKilowatts(40));
    }
  }

  private static Power importLimit(Engine engine) {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (engine.snapshot().isEmpty() && System.nanoTime() < patience) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return engine.snapshot().map(SiteSnapshot::importLimit).orElseThrow();
  }

  private Engine engine(DatabaseSettings database) throws IOException {
    Path file = Files.writeString(folder.resolve("site.yaml"), SITE);
    return Engine.start(
        new EngineSettings(
            SiteFile.read(file, folder),
            StorageSettings.of(database),
            ServerSettings.onPort(0).withHost("127.0.0.1"),
            Duration.ofSeconds(20),
            Optional.empty(),
            Timeline.system(),
            Optional.empty()));
  }
}
