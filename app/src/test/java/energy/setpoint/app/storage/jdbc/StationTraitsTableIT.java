package energy.setpoint.app.storage.jdbc;

import static energy.setpoint.app.storage.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.storage.Database;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.traits.Identity;
import energy.setpoint.ocpp.traits.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StationTraitsTableIT {

  private static final StationId ONE = new StationId("cp-1");
  private static final Told TOLD =
      new Told(
          "ocpp2.1",
          Optional.of(new Identity("Vendor", "Model", "1.0")),
          NOON,
          true,
          List.of(
              Fact.of("SmartChargingCtrlr.RateUnit", "A,W"),
              new Fact("V2XChargingCtrlr.Enabled", Optional.of(1), "true")));

  private static Database database;

  private final StationTraitsTable table = new StationTraitsTable(database.dataSource());

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
    JdbcClient.create(database.dataSource()).sql("truncate station_traits").update();
  }

  @Test
  void givesBackWhatStationsToldLast() {
    var unknown = new Told("ocpp1.6", Optional.empty(), NOON, true, List.of());
    table.save(ONE, unknown);
    table.save(new StationId("cp-2"), unknown);

    table.save(ONE, TOLD);

    assertThat(table.list())
        .containsExactlyInAnyOrderEntriesOf(Map.of(ONE, TOLD, new StationId("cp-2"), unknown));
  }

  @Test
  void keepsCharactersThatADatabaseRefuses() {
    var odd =
        new Told(
            "ocpp1.6",
            Optional.of(new Identity("V\0", "M", "")),
            NOON,
            true,
            List.of(Fact.of("k", "a\0b")));

    table.save(ONE, odd);

    assertThat(table.list().get(ONE).facts()).containsExactly(Fact.of("k", "a\uFFFDb"));
  }

  @Test
  void leavesOutWhatANewerEngineWrote() {
    table.save(ONE, TOLD);

    JdbcClient.create(database.dataSource())
        .sql("update station_traits set document = '{\"v\": 99}'")
        .update();

    assertThat(table.list()).isEmpty();
  }
}
