package energy.setpoint.app.engine;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalIn;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.storage.DatabaseSettings;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.app.storage.StorageSettings;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.signal.GridLimitChange;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.ocpp.server.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A relay of the grid operator on a real Modbus socket, and a station that is told. */
class GridSignalIT {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Power CONTRACT = Power.ofKilowatts(40);
  private static final Power REDUCED = Power.ofKilowatts(8);
  private static final String SITE =
      """
      id: yard
      zone: Europe/Berlin
      grid: {importLimitKw: 40}
      circuits: {main: {fuseA: 63}}
      stations: [{id: gate, circuit: main}]
      gridSignals:
        - id: relay
          connection: {template: grid-contact-modbus, host: 127.0.0.1, port: %d}
          limits: import
          steps: [{value: 0}, {value: 1, limitKw: 8}]
          lostLimitKw: 5
      tariff: {import: {perKwh: 0.3}}
      """;

  @TempDir Path folder;

  private final SimpleProcessImage contacts = new SimpleProcessImage(1);
  private int port;
  private ModbusSlave relay;

  @BeforeEach
  void openTheRelay() throws IOException, ModbusException {
    contacts.addDigitalIn(new SimpleDigitalIn(false));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    relay = ModbusSlaveFactory.createTCPSlave(InetAddress.getLoopbackAddress(), port, 4, false);
    relay.addProcessImage(1, contacts);
    relay.open();
  }

  @AfterEach
  void close() {
    relay.close();
  }

  @Test
  void tellsTheStationALowerLimitWhileTheContactIsClosed() throws IOException {
    List<Double> limits = new CopyOnWriteArrayList<>();
    try (Engine engine = engine(SharedPostgres.newDatabase());
        HttpClient client = HttpClient.newHttpClient()) {
      WebSocket station = charge(client, engine.stationPort(), limits);
      await(() -> importLimit(engine).equals(Optional.of(CONTRACT)));
      await(() -> lastOf(limits) > 30);

      set(true);
      await(() -> lastOf(limits) < 12);
      set(false);
      await(() -> lastOf(limits) > 30);
      await(() -> engine.gridLimitChanges(Page.first(2)).size() == 2);

      List<GridLimitChange> changes = engine.gridLimitChanges(Page.first(2));
      assertThat(changes.getFirst().power()).isEmpty();
      assertThat(changes.getLast().power()).hasValue(REDUCED);
      assertThat(changes.getLast().why()).isEqualTo("relay says step 1");
      station.abort();
    }
  }

  @Test
  void holdsTheLimitAfterARestartWhileTheRelayIsSilent() throws IOException {
    DatabaseSettings database = SharedPostgres.newDatabase();
    set(true);
    try (Engine engine = engine(database)) {
      await(() -> importLimit(engine).equals(Optional.of(REDUCED)));
      relay.close();
    }

    try (Engine again = engine(database)) {
      await(() -> again.snapshot().isPresent());

      assertThat(importLimit(again)).hasValue(REDUCED);
      assertThat(again.snapshot().orElseThrow().alerts())
          .anyMatch(alert -> alert.contains("relay is silent"));
    }
  }

  @Test
  void limitsWhileARelayOfWhichNothingIsKnownIsSilent() throws IOException {
    relay.close();

    try (Engine engine = engine(SharedPostgres.newDatabase())) {
      await(() -> engine.snapshot().isPresent());

      assertThat(importLimit(engine)).hasValue(Power.ofKilowatts(5));
    }
  }

  private void set(boolean closed) {
    contacts.setDigitalIn(0, new SimpleDigitalIn(closed));
  }

  private static Optional<Power> importLimit(Engine engine) {
    return engine.snapshot().map(SiteSnapshot::importLimit);
  }

  private static double lastOf(List<Double> limits) {
    return limits.isEmpty() ? Double.NaN : limits.getLast();
  }

  private Engine engine(DatabaseSettings database) throws IOException {
    Path file = Files.writeString(folder.resolve("site.yaml"), SITE.formatted(port));
    return Engine.start(
        new EngineSettings(
            SiteFile.read(file, project("config/devices")),
            StorageSettings.of(database),
            ServerSettings.onPort(0).withHost("127.0.0.1"),
            Duration.ofSeconds(20),
            Optional.empty(),
            Timeline.system(),
            Optional.empty()));
  }

  /** A station with a vehicle; it accepts everything and notes the limits of the transaction. */
  private static WebSocket charge(HttpClient client, int port, List<Double> limits) {
    WebSocket station =
        client
            .newWebSocketBuilder()
            .subprotocols("ocpp1.6")
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ocpp/gate"), new Listener(limits))
            .orTimeout(20, TimeUnit.SECONDS)
            .join();
    call(station, "BootNotification", "{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}");
    call(
        station,
        "StatusNotification",
        "{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"Charging\"}");
    call(
        station,
        "StartTransaction",
        "{\"connectorId\":1,\"idTag\":\"VAN-1\",\"meterStart\":0,\"timestamp\":\""
            + Instant.now()
            + "\"}");
    return station;
  }

  private static void call(WebSocket station, String action, String payload) {
    station
        .sendText("[2,\"" + action + "\",\"" + action + "\"," + payload + "]", true)
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  /** Answers the calls of the engine. */
  private record Listener(List<Double> limits) implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      JsonNode frame = JSON.readTree(text.toString());
      if (frame.path(0).intValue() == 2) {
        JsonNode profile = frame.path(3).path("csChargingProfiles");
        if (profile.path("chargingProfilePurpose").asString("").equals("TxProfile")) {
          limits.add(profile.at("/chargingSchedule/chargingSchedulePeriod/0/limit").doubleValue());
        }
        socket.sendText(
            "[3,\"" + frame.path(1).stringValue() + "\",{\"status\":\"Accepted\"}]", true);
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
      LockSupport.parkNanos(5_000_000);
    }
  }
}
