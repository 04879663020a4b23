package energy.setpoint.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.storage.DatabaseSettings;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.app.storage.StorageSettings;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.ocpp.gateway.CallReply;
import energy.setpoint.ocpp.server.ServerSettings;
import energy.setpoint.ocpp.traits.TraitSource;
import energy.setpoint.ocpp.traits.TraitValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a station tells reaches the desk, and is still known after a restart of the engine. */
class StationTraitsIT {

  private static final StationId GATE = new StationId("gate");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SITE =
      """
      id: yard
      zone: Europe/Amsterdam
      grid: {importLimitKw: 40}
      circuits: {main: {fuseA: 63}}
      stations: [{id: gate, circuit: main, ocpp: {maxProfiles: 4}}]
      tariff: {import: {perKwh: 0.3}}
      ocpp: {calls: [Reset], meterInterval: 10s}
      """;
  private static final TraitValue STACK_LEVEL =
      new TraitValue("maxStackLevel", "7", TraitSource.STATION, "");
  private static final TraitValue PROFILES =
      new TraitValue("maxProfiles", "4", TraitSource.SITE_FILE, "");

  @TempDir Path folder;

  @Test
  void knowsAfterARestartWhatAStationTold() throws IOException {
    DatabaseSettings database = SharedPostgres.newDatabase();
    List<String> got = new CopyOnWriteArrayList<>();
    try (Engine engine = engine(database);
        HttpClient client = HttpClient.newHttpClient()) {
      WebSocket station = connect(client, engine.stationPort(), got);
      station.sendText(
          "[2,\"b\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]",
          true);
      await(() -> values(engine).contains(STACK_LEVEL));
      await(() -> got.contains("ChangeConfiguration"));
      station.abort();
    }

    try (Engine again = engine(database)) {
      assertThat(values(again)).contains(STACK_LEVEL, PROFILES);
      assertThat(again.stations().find(GATE).orElseThrow().identity().orElseThrow().vendor())
          .isEqualTo("V");
    }
  }

  @Test
  void keepsToTheCallsThatTheSiteFileAllows() throws IOException {
    try (Engine engine = engine(SharedPostgres.newDatabase())) {
      assertThat(request(engine, "Reset")).isInstanceOf(CallReply.NotConnected.class);
      assertThat(request(engine, "ClearCache")).isInstanceOf(CallReply.Forbidden.class);
    }
  }

  private static CallReply request(Engine engine, String action) {
    return engine
        .stations()
        .request(GATE, action, JSON.createObjectNode())
        .toCompletableFuture()
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  private static List<TraitValue> values(Engine engine) {
    return engine.stations().find(GATE).orElseThrow().known().values();
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

  /** A station that tells its stack level and accepts whatever else it is asked. */
  private static WebSocket connect(HttpClient client, int port, List<String> got) {
    return client
        .newWebSocketBuilder()
        .subprotocols("ocpp1.6")
        .buildAsync(
            URI.create("ws://127.0.0.1:" + port + "/ocpp/gate"),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                JsonNode frame = JSON.readTree(text.toString());
                if (frame.path(0).intValue() == 2) {
                  got.add(frame.path(2).stringValue());
                  answer(socket, frame);
                }
                socket.request(1);
                return CompletableFuture.completedFuture(null);
              }
            })
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  private static void answer(WebSocket socket, JsonNode call) {
    String payload =
        call.path(2).stringValue().equals("GetConfiguration")
            ? "{\"configurationKey\":[{\"key\":\"ChargeProfileMaxStackLevel\","
                + "\"readonly\":true,\"value\":\"7\"}]}"
            : "{\"status\":\"Accepted\"}";
    socket.sendText("[3,\"" + call.path(1).stringValue() + "\"," + payload + "]", true);
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
      LockSupport.parkNanos(5_000_000);
    }
  }
}
