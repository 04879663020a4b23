package energy.setpoint.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.setpoint.app.engine.Engine;
import energy.setpoint.app.web.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Parts of the world break while the engine runs: it says so, goes on, and takes them back. */
@Timeout(180)
class FaultsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String STATION = "depot-201-b";

  @TempDir static Path folder;

  private static DemoDepot depot;
  private static Engine engine;
  private static WebServer web;
  private static EnginePage page;

  @BeforeAll
  static void start() throws IOException {
    depot = DemoDepot.open(folder);
    engine = depot.startEngine();
    web = depot.startWeb(engine);
    page = new EnginePage(depot);
  }

  @AfterAll
  static void stop() {
    for (AutoCloseable part : new AutoCloseable[] {page, web, engine, depot}) {
      try {
        if (part != null) {
          part.close();
        }
      } catch (Exception e) {
        throw new AssertionError("could not be closed", e);
      }
    }
  }

  @Test
  void showsTheBatteryStaleWhileTheBrokerIsDown() throws IOException {
    awaitDevice("battery", false);

    depot.world().control().killBroker();

    awaitDevice("battery", true);
    assertLoopGoesOn();
    depot.world().control().reviveBroker();
    awaitDevice("battery", false);
  }

  @Test
  void showsMeterAndInverterStaleWhileTheModbusServerIsDown() throws IOException {
    awaitDevice("grid-meter", false);
    awaitDevice("roof", false);

    depot.world().control().killModbus();

    awaitDevice("grid-meter", true);
    awaitDevice("roof", true);
    assertLoopGoesOn();
    depot.world().control().reviveModbus();
    awaitDevice("grid-meter", false);
    awaitDevice("roof", false);
  }

  @Test
  void showsAStationLostWhileItHasNoPower() {
    awaitStation(true);

    depot.world().control().killStation(STATION);

    awaitStation(false);
    assertLoopGoesOn();
    depot.world().control().reviveStation(STATION);
    awaitStation(true);
  }

  private static void awaitDevice(String id, boolean stale) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(engine.snapshot().orElseThrow().devices())
              .filteredOn(device -> device.id().value().equals(id))
              .singleElement()
              .satisfies(device -> assertThat(device.stale()).as(id).isEqualTo(stale));
          assertThat(page.metric("setpoint_device_stale", "device=\"" + id + "\""))
              .isEqualTo(stale ? 1 : 0);
        });
  }

  private static void awaitStation(boolean connected) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(engine.snapshot().orElseThrow().stations())
              .filteredOn(station -> station.id().value().equals(STATION))
              .singleElement()
              .satisfies(it -> assertThat(it.connected()).isEqualTo(connected));
          assertThat(page.metric("setpoint_station_connected", "station=\"" + STATION + "\""))
              .isEqualTo(connected ? 1 : 0);
        });
  }

  private static void assertLoopGoesOn() {
    long looks = engine.counters().looks();
    await().atMost(PATIENCE).until(() -> engine.counters().looks() >= looks + 5);
    assertThat(depot.world().auditor().violations()).isEmpty();
  }
}
