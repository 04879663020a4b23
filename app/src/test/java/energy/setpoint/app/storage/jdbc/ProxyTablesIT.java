package energy.setpoint.app.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.storage.Database;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.proxy.outage.KeptMessage;
import energy.setpoint.ocpp.proxy.outage.KeptProfile;
import energy.setpoint.ocpp.proxy.outage.ProxyStore.Kept;
import energy.setpoint.ocpp.proxy.outage.TransactionAlias;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProxyTablesIT {

  private static final StationId CP1 = new StationId("CP1");
  private static final KeptMessage FIRST = new KeptMessage(1, false, "[2,\"é\"]", "[3]");
  private static final KeptMessage SECOND = new KeptMessage(2, true, "[2,\"b\"]", "[3]");

  private static Database database;

  private final ProxyTables tables = new ProxyTables(database.dataSource());

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
    JdbcClient.create(database.dataSource())
        .sql("truncate proxy_message, proxy_transaction_alias, proxy_csms_profile")
        .update();
  }

  @AfterEach
  void end() {
    tables.close();
  }

  @Test
  void givesBackInOrderWhatItKept() {
    done(tables.keep(CP1, SECOND));
    done(tables.keep(CP1, FIRST));
    done(tables.keep(new StationId("CP2"), FIRST));

    assertThat(done(tables.load(CP1)))
        .isEqualTo(new Kept(List.of(FIRST, SECOND), List.of(), List.of()));
  }

  @Test
  void forgetsADeliveredMessageAndRemembersWhatItsAnswerTold() {
    var alias = new TransactionAlias(2_000_000_001, 55);
    done(tables.keep(CP1, FIRST));

    done(tables.settle(CP1, 1, Optional.of(alias)));

    assertThat(done(tables.load(CP1))).isEqualTo(new Kept(List.of(), List.of(alias), List.of()));
    done(tables.forget(CP1, alias));
    assertThat(done(tables.load(CP1))).isEqualTo(Kept.NOTHING);
  }

  @Test
  void keepsTheNewestOfEachProfileOfTheCsms() {
    var newest = new KeptProfile(5, "{\"a\":2}", true);
    done(tables.saveProfile(CP1, new KeptProfile(5, "{\"a\":1}", false)));
    done(tables.saveProfile(CP1, newest));
    done(tables.saveProfile(CP1, new KeptProfile(6, "{}", false)));

    done(tables.removeProfile(CP1, 6));

    assertThat(done(tables.load(CP1)).profiles()).containsExactly(newest);
  }

  @Test
  void givesBackTheProfilesOfTheCsmsInTheOrderInWhichTheyWereSetLast() {
    done(tables.saveProfile(CP1, new KeptProfile(20, "{}", false)));
    done(tables.saveProfile(CP1, new KeptProfile(7, "{}", false)));
    done(tables.saveProfile(CP1, new KeptProfile(5, "{}", false)));

    done(tables.saveProfile(CP1, new KeptProfile(7, "{}", false)));

    assertThat(done(tables.load(CP1)).profiles())
        .extracting(KeptProfile::id)
        .containsExactly(20, 5, 7);
  }

  @Test
  void saysWhenAMessageCouldNotBeKept() {
    done(tables.keep(CP1, FIRST));

    assertThatThrownBy(() -> done(tables.keep(CP1, FIRST))).hasMessageContaining("duplicate key");
  }

  private static <T> T done(CompletionStage<T> work) {
    return work.toCompletableFuture().join();
  }
}
