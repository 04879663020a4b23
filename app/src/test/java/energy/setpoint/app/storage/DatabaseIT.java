package energy.setpoint.app.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.storage.failure.StorageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseIT {

  @Test
  void makesItsTablesInASchemaOfItsOwnAndFindsThemAgain() {
    var address = SharedPostgres.newDatabase();

    Database.open(address).close();

    try (var again = Database.open(address)) {
      var schemas =
          JdbcClient.create(again.dataSource())
              .sql("select table_schema from information_schema.tables where table_name = 'plan'")
              .query(String.class)
              .list();
      assertThat(schemas).containsExactly("setpoint");
    }
  }

  @Test
  void leavesWhatElseIsInTheDatabaseAlone() {
    var address = SharedPostgres.newDatabase();
    try (var database = Database.open(address)) {
      JdbcClient jdbc = JdbcClient.create(database.dataSource());
      jdbc.sql("drop schema setpoint cascade").update();
      jdbc.sql("create table public.plan (somebody text)").update();
    }

    try (var database = Database.open(address)) {
      JdbcClient jdbc = JdbcClient.create(database.dataSource());
      assertThat(jdbc.sql("select count(*) from plan").query(Integer.class).single()).isZero();
      assertThat(jdbc.sql("select count(somebody) from public.plan").query(Integer.class).single())
          .isZero();
    }
  }

  @Test
  void saysThatThePasswordIsWrongWithoutSayingIt() {
    var good = SharedPostgres.newDatabase();
    var bad = new DatabaseSettings.External(good.url(), good.user(), "s3cret", Duration.ZERO);

    assertThatThrownBy(() -> Database.open(bad))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("Cannot use the database " + good.url() + " as user 'postgres'")
        .hasMessageContaining("Maybe user or password are wrong")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void saysThatTheDatabaseDoesNotExist() {
    var good = SharedPostgres.newDatabase();
    var bad =
        new DatabaseSettings.External(
            good.url() + "_not", good.user(), good.password(), Duration.ZERO);

    assertThatThrownBy(() -> Database.open(bad))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("Maybe create the database first");
  }

  @Test
  void saysThatNobodyAnswersAndHidesAPasswordInTheUrl() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/setpoint?password=s3cret&ssl=false";
    var bad = new DatabaseSettings.External(url, "me", "", Duration.ofMillis(600));

    assertThatThrownBy(() -> Database.open(bad))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("127.0.0.1:" + port + "/setpoint?password=***&ssl=false")
        .hasMessageContaining("Maybe it is not running")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void saysThatAHostIsUnknown() {
    var bad =
        new DatabaseSettings.External(
            "jdbc:postgresql://no-such-host.invalid/setpoint", "me", "s3cret", Duration.ZERO);

    assertThatThrownBy(() -> Database.open(bad))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("no-such-host.invalid")
        .hasMessageContaining("host or port are wrong");
  }

  @Test
  void saysWhichRightIsMissing() {
    var owner = SharedPostgres.newDatabase();
    SharedPostgres.execute("create role guest login password 'guest'");
    var guest = new DatabaseSettings.External(owner.url(), "guest", "guest", Duration.ZERO);

    assertThatThrownBy(() -> Database.open(guest))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("Cannot bring the tables")
        .hasMessageContaining("Maybe the user lacks the right to create them");
  }

  @Test
  void refusesAUrlOfAnotherKindOfDatabase() {
    assertThatThrownBy(() ->
            new DatabaseSettings.External(
                "jdbc:mysql://me:s3cret@db/setpoint", "me", "", Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Expected jdbc:postgresql://host:port/database")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void doesNotShowThePasswordWhenPrinted() {
    assertThat(
            new DatabaseSettings.External(
                "jdbc:postgresql://db/setpoint", "me", "s3cret", Duration.ZERO))
        .hasToString("me at jdbc:postgresql://db/setpoint");
  }
}
