package energy.setpoint.simulation.device;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.simulation.physics.StationaryBattery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallbackExtended;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a battery on MQTT: state under {@code <base>/state} as {@code {"power_w": …, "soc_percent":
 * …}}, commands from {@code <base>/setpoint} as {@code {"power_w": …}}, both in load convention. It
 * connects again by itself when the broker comes back.
 */
public final class SimulatedMqttBattery implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SimulatedMqttBattery.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private final StationaryBattery battery;
  private final String base;
  private final MqttAsyncClient client;
  private long nextConnectNanos = System.nanoTime();
  private Optional<IMqttToken> connecting = Optional.empty();

  /**
   * @param brokerUri such as {@code tcp://127.0.0.1:1883}
   * @param base topic prefix without a slash at the end
   */
  public SimulatedMqttBattery(StationaryBattery battery, String brokerUri, String base)
      throws MqttException {
    this.battery = battery;
    this.base = base;
    this.client =
        new MqttAsyncClient(brokerUri, "sim-" + battery.rating().id(), new MemoryPersistence());
    client.setCallback(new Commands());
  }

  /** Sends the present state if there is a connection, and seeks one if there is none. */
  public void publish() {
    if (!client.isConnected()) {
      connectWhenDue();
      return;
    }
    String state =
        String.format(
            Locale.ROOT,
            "{\"power_w\": %.1f, \"soc_percent\": %.2f}",
            battery.power().watts(),
            battery.soc().percent());
    try {
      client.publish(base + "/state", state.getBytes(StandardCharsets.UTF_8), 0, false);
    } catch (MqttException gone) {
      LOG.debug("Battery {} could not publish: {}", battery.rating().id(), gone.getMessage());
    }
  }

  /** Ends the connection, also one that is still being made: it would outlive its broker. */
  @Override
  public void close() throws MqttException {
    connecting.ifPresent(SimulatedMqttBattery::awaitEnd);
    if (client.isConnected()) {
      client.disconnectForcibly(0, 500);
    }
    client.close(true);
  }

  /** Real time: the network does not run faster in a faster simulation. */
  private void connectWhenDue() {
    long nanos = System.nanoTime();
    if (nanos - nextConnectNanos < 0) {
      return;
    }
    nextConnectNanos = nanos + RETRY.toNanos();
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(true);
    options.setConnectionTimeout((int) CONNECT_TIMEOUT.toSeconds());
    options.setMaxInflight(1000);
    try {
      connecting = Optional.of(client.connect(options, null, new Failure()));
    } catch (MqttException busy) {
      LOG.debug("Battery {} cannot connect: {}", battery.rating().id(), busy.getMessage());
    }
  }

  private static void awaitEnd(IMqttToken connection) {
    try {
      connection.waitForCompletion(2 * CONNECT_TIMEOUT.toMillis());
    } catch (MqttException failed) {
      LOG.debug("There is no connection to end: {}", failed.getMessage());
    }
  }

  private void take(String text) {
    try {
      JsonNode watts = MAPPER.readTree(text).path("power_w");
      if (watts.isNumber()) {
        battery.command(Power.ofWatts(watts.doubleValue()));
        return;
      }
    } catch (JacksonException notJson) {
      LOG.debug("Not JSON: {}", text);
    }
    LOG.warn("Battery {} ignores the command {}", battery.rating().id(), text);
  }

  /** Subscribes on every connection and takes commands. */
  private final class Commands implements MqttCallbackExtended {

    @Override
    public void connectComplete(boolean reconnect, String uri) {
      try {
        client.subscribe(base + "/setpoint", 1);
      } catch (MqttException gone) {
        LOG.debug("Battery {} cannot subscribe: {}", battery.rating().id(), gone.getMessage());
      }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      take(new String(message.getPayload(), StandardCharsets.UTF_8));
    }

    @Override
    public void connectionLost(Throwable cause) {
      LOG.info("Battery {} has lost its broker", battery.rating().id());
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {}
  }

  /** A failed attempt is tried again with the next state. */
  private final class Failure implements IMqttActionListener {

    @Override
    public void onSuccess(IMqttToken token) {}

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
      LOG.debug("Battery {} cannot connect: {}", battery.rating().id(), cause.getMessage());
    }
  }
}
