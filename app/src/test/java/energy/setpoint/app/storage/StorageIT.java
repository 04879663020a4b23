package energy.setpoint.app.storage;

import static energy.setpoint.app.storage.Samples.NOON;
import static energy.setpoint.app.storage.Samples.bareSession;
import static energy.setpoint.app.storage.Samples.cap;
import static energy.setpoint.app.storage.Samples.plan;
import static energy.setpoint.app.storage.Samples.sample;
import static energy.setpoint.app.storage.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.setpoint.app.storage.embedded.EmbeddedDatabase;
import energy.setpoint.app.storage.embedded.EmbeddedSettings;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.port.Measurement.Quantity;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageIT {

  private static final IntentOutcome ACCEPTED = new IntentOutcome.Accepted(List.of(), List.of());

  @Test
  void remembersEverythingAcrossARestartOfTheEngineAndItsOwnDatabase(@TempDir Path folder) {
    var settings = StorageSettings.of(new DatabaseSettings.Embedded(embedded(folder)));
    UUID intent = UUID.randomUUID();
    int lastId;
    try (var storage = Storage.open(settings)) {
      storage.sessions().save(session("s-1"));
      storage.intents().sending(intent, cap("garage-1", 1, 16), "plan", NOON);
      storage.intents().answered(intent, ACCEPTED, NOON);
      storage.plans().save(plan("p-1"));
      storage.measurements().record(List.of(sample("meter", 0, 42)));
      lastId = storage.transactionIds().next();
    }

    try (var storage = Storage.open(settings)) {
      assertThat(storage.sessions().listOpen()).containsExactly(session("s-1"));
      assertThat(storage.intents().listPossiblyInForce())
          .containsExactly(new LoggedIntent(cap("garage-1", 1, 16), NOON, true));
      assertThat(storage.planQueries().find(new PlanId("p-1"))).contains(plan("p-1"));
      assertThat(
              storage
                  .measurementQueries()
                  .list("meter", Quantity.POWER_W, Interval.of(NOON, Duration.ofHours(1)), page()))
          .containsExactly(sample("meter", 0, 42));
      assertThat(storage.transactionIds().next()).isGreaterThan(lastId);
    }
  }

  @Test
  void readsItsOwnWrites() {
    try (var storage = Storage.open(StorageSettings.of(SharedPostgres.newDatabase()))) {
      for (int i = 0; i < 50; i++) {
        UUID intent = UUID.randomUUID();
        storage.intents().sending(intent, cap("garage-1", 1, i), "plan", NOON);
        storage.intents().answered(intent, ACCEPTED, NOON);

        assertThat(storage.intents().listPossiblyInForce())
            .containsExactly(new LoggedIntent(cap("garage-1", 1, i), NOON, true));
      }
    }
  }

  @Test
  void losesNothingWhenTheDatabaseStopsInMidRunAndComesBack(@TempDir Path folder)
      throws IOException {
    EmbeddedSettings fixedPort = embedded(folder).withPort(freePort());
    EmbeddedDatabase server = EmbeddedDatabase.start(fixedPort);
    var address =
        new DatabaseSettings.External(
            server.jdbcUrl(), server.user(), server.password(), Duration.ZERO);
    try (var storage = Storage.open(StorageSettings.of(address))) {
      writeRound(storage, 1);

      server.close();
      writeRound(storage, 2);
      await().until(() -> !storage.figures().databaseAnswers());
      writeRound(storage, 3);
      assertThat(storage.figures().queued()).isPositive();
      assertThat(storage.transactionIds().next()).isPositive();
      server = EmbeddedDatabase.start(fixedPort);

      await().atMost(Duration.ofSeconds(30)).until(() -> storage.figures().queued() == 0);
      writeRound(storage, 4);
      await().atMost(Duration.ofSeconds(30)).until(() -> storage.figures().queued() == 0);
      assertThatAllRoundsAreThere(storage, 4);
      assertThat(storage.figures().dropped()).isZero();
      assertThat(storage.figures().refused()).isZero();
    } finally {
      server.close();
    }
  }

  private static void writeRound(Storage storage, int round) {
    storage
        .sessions()
        .save(bareSession("s").withDelivered(Energy.ofWattHours(round), Optional.empty()));
    UUID intent = UUID.randomUUID();
    storage.intents().sending(intent, cap("garage-1", 1, round), "plan", NOON.plusSeconds(round));
    storage.intents().answered(intent, ACCEPTED, NOON.plusSeconds(round));
    storage.plans().save(plan("p-" + round));
    for (int i = 0; i < 1_000; i++) {
      storage.measurements().record(List.of(sample("meter", round * 1_000 + i, i)));
    }
  }

  private static void assertThatAllRoundsAreThere(Storage storage, int rounds) {
    assertThat(storage.sessionQueries().find(new SessionId("s")).orElseThrow().delivered())
        .isEqualTo(Energy.ofWattHours(rounds));
    assertThat(storage.intentQueries().listNewest(new StationId("garage-1"), page()))
        .extracting(record -> (CapPower) record.intent())
        .extracting(cap -> Math.round(cap.ceiling().perPhase().amps()))
        .containsExactly(4L, 3L, 2L, 1L);
    assertThat(storage.planQueries().listNewest(Samples.DEPOT, page())).hasSize(rounds);
    assertThat(
            storage
                .measurementQueries()
                .listBuckets(
                    "meter",
                    Quantity.POWER_W,
                    Interval.of(NOON, Duration.ofDays(1)),
                    Duration.ofDays(1)))
        .singleElement()
        .extracting(bucket -> bucket.count())
        .isEqualTo(rounds * 1_000L);
  }

  @Test
  void goesOnWhenTheServerCutsItsConnections() {
    try (var storage = Storage.open(StorageSettings.of(SharedPostgres.newDatabase()))) {
      storage.sessions().save(session("before"));
      SharedPostgres.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'setpoint'");

      storage.sessions().save(session("after"));

      await().atMost(Duration.ofSeconds(20)).until(() -> storage.figures().queued() == 0);
      assertThat(storage.sessionQueries().find(new SessionId("after"))).isPresent();
    }
  }

  private static EmbeddedSettings embedded(Path folder) {
    return EmbeddedSettings.in(folder).withBinariesCache(SharedPostgres.binariesCache());
  }

  private static Page page() {
    return Page.first(100);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
