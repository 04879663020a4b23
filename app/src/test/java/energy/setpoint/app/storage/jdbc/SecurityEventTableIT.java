package energy.setpoint.app.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.storage.Database;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecurityEventTableIT {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final StationId CP1 = new StationId("CP1");

  private static Database database;

  @BeforeAll
  static void open() {
    database = Database.open(SharedPostgres.newDatabase());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    JdbcClient.create(database.dataSource()).sql("truncate security_event").update();
  }

  @Test
  void givesBackEventsNewestFirstAndEachOnce() {
    var table = new SecurityEventTable(database.dataSource());
    var reported = SecurityEvent.ofStation(NOON, CP1, "TamperDetectionActivated", "lid");
    var noticed =
        SecurityEvent.ofEngine(NOON.minusSeconds(60), Optional.empty(), "LoginLockedOut", "x");
    UUID id = UUID.randomUUID();

    table.save(id, reported);
    table.save(id, reported);
    table.save(UUID.randomUUID(), noticed);

    assertThat(table.listNewest(Optional.empty(), Page.first(10)))
        .containsExactly(noticed, reported);
    assertThat(table.listNewest(Optional.empty(), new Page(1, 1))).containsExactly(reported);
    assertThat(table.listNewest(Optional.of(CP1), Page.first(10))).containsExactly(reported);
  }

  /** A station may send what PostgreSQL does not keep. */
  @Test
  void keepsAnEventWithCharactersThatTheDatabaseRefuses() {
    var table = new SecurityEventTable(database.dataSource());
    StationId odd = new StationId("ODD");

    table.save(UUID.randomUUID(), SecurityEvent.ofStation(NOON, odd, "a\0b", "\uD800"));

    assertThat(table.listNewest(Optional.of(odd), Page.first(1)))
        .extracting(SecurityEvent::type, SecurityEvent::detail)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("a\uFFFDb", "?"));
  }
}
