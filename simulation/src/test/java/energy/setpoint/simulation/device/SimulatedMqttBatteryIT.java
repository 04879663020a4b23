package energy.setpoint.simulation.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.simulation.Await;
import energy.setpoint.simulation.physics.StationaryBattery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedMqttBatteryIT {

  private final List<String> states = new CopyOnWriteArrayList<>();
  private EmbeddedBroker broker;
  private StationaryBattery battery;
  private SimulatedMqttBattery device;
  private Instant now = Instant.parse("2026-06-10T12:00:00Z");

  @BeforeEach
  void start() throws Exception {
    broker = new EmbeddedBroker(0);
    broker.start();
    battery = battery(now);
    device = new SimulatedMqttBattery(battery, broker.uri(), "site/battery");
  }

  @AfterEach
  void stop() throws Exception {
    device.close();
    broker.close();
  }

  @Test
  void followsACommandFromTheBrokerAndShowsIt() throws Exception {
    MqttClient engine = engine();
    Await.until("a first state", () -> !states.isEmpty(), this::live);

    Await.until(
        "the battery to follow",
        () -> battery.power().equals(Power.ofWatts(-12_500)),
        () -> command(engine, "{\"power_w\": -12500}"));
    Await.until("the state to show it", () -> states.getLast().contains("-12500.0"), this::live);

    assertThat(states.getFirst()).isEqualTo("{\"power_w\": 0.0, \"soc_percent\": 50.00}");
    engine.disconnectForcibly(0, 100);
  }

  @Test
  void ignoresNonsense() throws Exception {
    MqttClient engine = engine();
    Await.until("a first state", () -> !states.isEmpty(), this::live);

    command(engine, "full speed");
    command(engine, "{\"power_w\": \"much\"}");
    Await.until(
        "a good command after the bad",
        () -> battery.power().equals(Power.ofWatts(100)),
        () -> command(engine, "{\"power_w\": 100}"));

    engine.disconnectForcibly(0, 100);
  }

  @Test
  void comesBackWithItsBroker() throws Exception {
    engine();
    Await.until("a first state", () -> !states.isEmpty(), this::live);

    broker.stop();
    broker.start();
    states.clear();
    engine();

    Await.until("a state after the restart", () -> !states.isEmpty(), this::live);
  }

  @Test
  void closesWhileItIsStillConnecting() {
    device.publish();

    assertThatCode(device::close).doesNotThrowAnyException();
  }

  private void live() {
    now = now.plusSeconds(1);
    battery.advance(now);
    device.publish();
  }

  private void command(MqttClient engine, String text) {
    try {
      engine.publish("site/battery/setpoint", text.getBytes(StandardCharsets.UTF_8), 1, false);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    live();
  }

  /**
   * Moquette 0.17 drops a client that subscribes before the broker has noted that it let the client
   * in, which happens on a busy machine; so this comes back, as the engine does.
   */
  private MqttClient engine() throws MqttException {
    for (int triesLeft = 4; ; triesLeft--) {
      MqttClient client =
          new MqttClient(broker.uri(), MqttClient.generateClientId(), new MemoryPersistence());
      try {
        client.connect();
        client.subscribe(
            "site/battery/state",
            (topic, message) ->
                states.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
        return client;
      } catch (MqttException e) {
        client.close(true);
        if (triesLeft == 0) {
          throw e;
        }
      }
    }
  }

  private static StationaryBattery battery(Instant start) {
    var rating =
        new Battery(
            new DeviceId("battery"),
            new CircuitId("main"),
            Energy.ofKilowattHours(100_000),
            Power.ofKilowatts(50),
            Power.ofKilowatts(50),
            0.9,
            0.9,
            new StateOfCharge(0.1),
            new StateOfCharge(0.9));
    return new StationaryBattery(rating, new StateOfCharge(0.5), Duration.ofSeconds(60), start);
  }
}
