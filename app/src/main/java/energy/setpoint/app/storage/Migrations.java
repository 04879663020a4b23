package energy.setpoint.app.storage;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the tables up to date: the common ones everywhere, hypertables where TimescaleDB is, and
 * compression where its licence allows that.
 */
final class Migrations {

  private static final Logger log = LoggerFactory.getLogger(Migrations.class);
  private static final String FOLDER = "classpath:db/migration/";

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final String schema;

  Migrations(DataSource dataSource, String schema) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.schema = schema;
  }

  void run() {
    Flyway flyway =
        Flyway.configure()
            .dataSource(dataSource)
            .schemas(schema)
            .createSchemas(true)
            .locations(locations().toArray(String[]::new))
            // A database that was moved to a server without TimescaleDB is still a good one.
            .ignoreMigrationPatterns("repeatable:missing")
            .load();
    int applied = flyway.migrate().migrationsExecuted;
    log.info(
        "Tables are at version {}; {} migrations were new.",
        flyway.info().current().getVersion(),
        applied);
  }

  private List<String> locations() {
    List<String> locations = new ArrayList<>(List.of(FOLDER + "common"));
    if (hasTimescale()) {
      locations.add(FOLDER + "timescaledb");
      String licence = timescaleLicence();
      if (licence.equals("timescale")) {
        locations.add(FOLDER + "timescaledb-community");
      }
      log.info("Measurements go into a TimescaleDB hypertable (licence {}).", licence);
    }
    return locations;
  }

  private boolean hasTimescale() {
    boolean onTheServer =
        jdbc.sql("select count(*) from pg_available_extensions where name = 'timescaledb'")
                .query(Integer.class)
                .single()
            > 0;
    return onTheServer && isInstalled();
  }

  private boolean isInstalled() {
    try {
      jdbc.sql("create extension if not exists timescaledb schema public").update();
      return true;
    } catch (DataAccessException e) {
      log.warn(
          "The server has TimescaleDB, but this user may not install it in the database; going on"
              + " without: {}",
          e.getMostSpecificCause().getMessage());
      return false;
    }
  }

  private String timescaleLicence() {
    return jdbc.sql("select coalesce(current_setting('timescaledb.license', true), 'unknown')")
        .query(String.class)
        .single();
  }
}
