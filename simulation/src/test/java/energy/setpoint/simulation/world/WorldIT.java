package energy.setpoint.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.time.Timeline;
import energy.setpoint.simulation.Await;
import energy.setpoint.simulation.station.state.EvseSnapshot;
import energy.setpoint.simulation.station.state.StationSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorldIT {

  private static final Instant EVENING = Instant.parse("2026-06-10T17:30:00Z");

  private EngineSocket engine;
  private World world;

  @BeforeEach
  void start() throws Exception {
    engine = new EngineSocket(0);
    world =
        World.start(
            DepotScenario.of(DepotSite.site(), 42),
            new WorldPorts(engine.uri(), 0, 0, "site"),
            Timeline.accelerated(Instant.now(), EVENING, 30),
            Optional.empty());
  }

  @AfterEach
  void stop() {
    world.close();
    engine.close();
  }

  @Test
  void bringsStationsOfAllThreeVersionsOnline() throws Exception {
    Await.until("all stations online", this::allOnline);

    assertThat(stations())
        .extracting(StationSnapshot::subprotocol)
        .contains("ocpp1.6", "ocpp2.0.1", "ocpp2.1");
    Await.until("vans charging", () -> charging() >= 8);
    assertThat(world.auditor().steps()).isPositive();
  }

  @Test
  void chargesOnAndComesBackWhenTheEngineWasGone() throws Exception {
    Await.until("vans charging", () -> allOnline() && charging() >= 8);
    int port = engine.port();
    List<String> before = transactions();

    engine.close();
    Await.until("everybody offline", () -> stations().stream().noneMatch(StationSnapshot::online));
    long chargingOffline = charging();
    Await.until("the engine to be back", () -> reopens(port));
    Await.until("everybody back", this::allOnline);

    assertThat(chargingOffline).isGreaterThanOrEqualTo(8);
    assertThat(transactions()).containsAll(before);
  }

  @Test
  void breaksAndMendsItsParts() throws Exception {
    Await.until("all stations online", this::allOnline);
    WorldControl control = world.control();

    control.killBroker();
    control.killModbus();
    control.killStation("depot-16-a");
    control.cutNetwork("depot-21-a");

    assertThat(world.snapshot().brokerRunning()).isFalse();
    assertThat(world.snapshot().modbusRunning()).isFalse();
    assertThat(stations()).filteredOn(s -> !s.online()).hasSize(2);
    control.reviveBroker();
    control.reviveModbus();
    control.reviveStation("depot-16-a");
    control.restoreNetwork("depot-21-a");
    Await.until("everybody back", this::allOnline);
    assertThat(world.snapshot().brokerRunning()).isTrue();
    assertThat(world.snapshot().modbusRunning()).isTrue();
  }

  /**
   * A client that calls a closed port of the ephemeral range may be given that very port as its own
   * and meet itself (RFC 9293, simultaneous open); for that moment the port is taken.
   */
  private boolean reopens(int port) {
    try {
      engine = new EngineSocket(port);
      return true;
    } catch (Exception taken) {
      return false;
    }
  }

  private List<StationSnapshot> stations() {
    return world.snapshot().stations();
  }

  private boolean allOnline() {
    return stations().stream().allMatch(StationSnapshot::online);
  }

  private long charging() {
    return evses().stream().filter(evse -> evse.power().watts() > 1000).count();
  }

  private List<String> transactions() {
    return evses().stream().map(EvseSnapshot::transactionId).flatMap(Optional::stream).toList();
  }

  private List<EvseSnapshot> evses() {
    return stations().stream().flatMap(station -> station.evses().stream()).toList();
  }
}
