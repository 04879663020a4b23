package energy.setpoint.der;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** The device's side of the broker: says what it is told to and notes what it hears. */
final class MqttPeer implements AutoCloseable {

  private final MqttClient client;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  MqttPeer(TestBroker broker, String commandTopic) {
    client = connected(broker, commandTopic);
  }

  /**
   * Moquette 0.17 drops a client that subscribes before the broker has noted that it let the client
   * in, which happens on a busy machine; so this comes back, as devices do.
   */
  private MqttClient connected(TestBroker broker, String commandTopic) {
    for (int triesLeft = 4; ; triesLeft--) {
      MqttClient fresh = client(broker);
      try {
        fresh.connect();
        fresh.subscribe(
            commandTopic,
            1,
            (_, message) -> heard.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
        return fresh;
      } catch (MqttException e) {
        close(fresh);
        if (triesLeft == 0) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private static MqttClient client(TestBroker broker) {
    try {
      var client =
          new MqttClient(broker.url(), MqttClient.generateClientId(), new MemoryPersistence());
      client.setTimeToWait(5_000);
      return client;
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  void say(String topic, String payload) {
    say(topic, payload, false);
  }

  void say(String topic, String payload, boolean retained) {
    try {
      client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, retained);
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> heard() {
    return List.copyOf(heard);
  }

  String id() {
    return client.getClientId();
  }

  @Override
  public void close() {
    close(client);
  }

  private static void close(MqttClient client) {
    try {
      if (client.isConnected()) {
        client.disconnect(0);
      }
      client.close(true);
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }
}
