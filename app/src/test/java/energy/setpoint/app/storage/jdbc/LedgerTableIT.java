package energy.setpoint.app.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.storage.Database;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.AnswerCounts;
import energy.setpoint.core.reconcile.Overruling;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerTableIT {

  private static Database database;

  private final LedgerTable table = new LedgerTable(database.dataSource());

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
    JdbcClient.create(database.dataSource()).sql("delete from ledger_entry").update();
  }

  @Test
  void leavesOutWhatANewerEngineWroteAndGivesBackTheRest() {
    table.save(entry("cp-1"));
    table.save(entry("cp-2"));

    JdbcClient.create(database.dataSource())
        .sql("update ledger_entry set document = '{\"v\": 99}' where station = 'cp-1'")
        .update();

    assertThat(table.list()).containsExactly(entry("cp-2"));
  }

  @Test
  void keepsWhatAnOperatorOrderedUntilItIsLifted() {
    var order =
        new StandingOrder(
            EvseRef.of("cp-3", 1),
            "tx-7",
            new Manner.ActByItself(new OperatingMode.Idle(true, false), Current.ZERO),
            Interval.of(Instant.parse("2026-01-05T18:00:00Z"), Duration.ofHours(2)));
    var ordered =
        new LedgerEntry(
            order.evse(),
            AnswerCounts.NONE,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.of(order));
    var lifted =
        new LedgerEntry(
            order.evse(), AnswerCounts.NONE, Optional.empty(), Optional.empty(), Set.of());

    table.save(ordered);
    var standing = new LedgerTable(database.dataSource()).list();
    table.save(lifted);

    assertThat(standing).containsExactly(ordered);
    assertThat(table.list()).containsExactly(lifted);
  }

  private static LedgerEntry entry(String station) {
    return new LedgerEntry(
        new EvseRef(new StationId(station), 1),
        new AnswerCounts(1, 2, 3, 0, 0),
        Optional.empty(),
        Optional.empty(),
        Set.of(Overruling.GRID));
  }
}
