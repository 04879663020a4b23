package energy.setpoint.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.storage.DatabaseSettings;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.app.storage.StorageSettings;
import energy.setpoint.app.storage.behind.WriteLimits;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.ocpp.server.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station of OCPP 1.6 on a real socket, and a database whose table of sessions goes away. */
class AcceptedTransactionsIT {

  private static final String SITE =
      """
      id: yard
      zone: Europe/Amsterdam
      grid: {importLimitKw: 40}
      circuits: {main: {fuseA: 63}}
      stations: [{id: gate, circuit: main}]
      tariff: {import: {perKwh: 0.3}}
      """;

  private static final Instant STARTED = Instant.parse("2026-06-05T12:00:00Z");

  @TempDir Path folder;

  @Test
  void survivesTheDeathOfTheEngineWhileTheDatabaseIsAway() throws Exception {
    DatabaseSettings.External database = SharedPostgres.newDatabase();
    try (Engine engine = engine(database)) {
      execute(database, "alter table setpoint.charging_session rename to away");
      startTransaction(engine);
    }
    execute(database, "alter table setpoint.away rename to charging_session");

    try (Engine again = engine(database)) {
      await().until(() -> sessions(again), it -> it.size() == 1);

      ChargingSession session = sessions(again).getFirst();
      assertThat(session.idToken()).contains(new IdToken("VAN-1"));
      assertThat(session.started()).isEqualTo(STARTED);
      await().until(() -> Files.size(accepted()), bytes -> bytes == 0);
    }
  }

  @Test
  void isToldOnlyOnceWhereTheDatabaseHasIt() throws Exception {
    DatabaseSettings.External database = SharedPostgres.newDatabase();
    Path kept = folder.resolve("kept.jsonl");
    try (Engine engine = engine(database)) {
      execute(database, "alter table setpoint.charging_session rename to away");
      startTransaction(engine);
      Files.copy(accepted(), kept);
      execute(database, "alter table setpoint.away rename to charging_session");
      await().until(() -> sessions(engine), it -> it.size() == 1);
    }
    Files.copy(kept, accepted(), StandardCopyOption.REPLACE_EXISTING);

    try (Engine again = engine(database)) {
      await().until(() -> Files.size(accepted()), bytes -> bytes == 0);

      assertThat(sessions(again)).hasSize(1);
    }
  }

  private static void startTransaction(Engine engine) throws Exception {
    try (Station station = new Station(engine.stationPort())) {
      station.call("BootNotification", "{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}");
      String answer =
          station.call(
              "StartTransaction",
              "{\"connectorId\":1,\"idTag\":\"VAN-1\",\"meterStart\":1000,\"timestamp\":\""
                  + STARTED
                  + "\"}");
      assertThat(answer).contains("Accepted");
    }
  }

  private static List<ChargingSession> sessions(Engine engine) {
    return engine.storage().sessionQueries().listNewest(new Page(10, 0));
  }

  private static void execute(DatabaseSettings.External database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Path accepted() {
    return folder.resolve("accepted.jsonl");
  }

  private Engine engine(DatabaseSettings database) throws IOException {
    Path file = Files.writeString(folder.resolve("site.yaml"), SITE);
    return Engine.start(
        new EngineSettings(
            SiteFile.read(file, folder),
            new StorageSettings(
                database, WriteLimits.DEFAULT, Duration.ofMillis(100), Optional.of(accepted())),
            ServerSettings.onPort(0).withHost("127.0.0.1"),
            Duration.ofSeconds(20),
            Optional.empty(),
            Timeline.system(),
            Optional.empty()));
  }

  /** Says what it is told, and answers every question with an empty object. */
  private static final class Station implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private int calls;

    Station(int port) {
      socket =
          client
              .newWebSocketBuilder()
              .subprotocols("ocpp1.6")
              .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ocpp/gate"), this)
              .join();
    }

    String call(String action, String payload) throws InterruptedException {
      calls++;
      socket.sendText("[2,\"" + calls + "\",\"" + action + "\"," + payload + "]", true).join();
      String answer = answers.poll(20, TimeUnit.SECONDS);
      assertThat(answer).as("the answer to " + action).isNotNull();
      return String.valueOf(answer);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        String frame = text.toString();
        text.setLength(0);
        if (frame.startsWith("[3") || frame.startsWith("[4")) {
          answers.add(frame);
        }
      }
      from.request(1);
      return null;
    }

    @Override
    public void close() {
      socket.abort();
      client.close();
    }
  }
}
