package energy.setpoint.der;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A device that was built with another MQTT library than ours, and speaks MQTT 5. */
final class ForeignDevice implements AutoCloseable {

  private final Mqtt5AsyncClient client;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final String answerTopic;
  private volatile Optional<UnaryOperator<String>> answer = Optional.empty();

  ForeignDevice(TestBroker broker, String commandTopic, String answerTopic) {
    this.answerTopic = answerTopic;
    this.client =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(UUID.randomUUID().toString())
            .serverHost("127.0.0.1")
            .serverPort(broker.port())
            .buildAsync();
    client.connect().join();
    client
        .subscribeWith()
        .topicFilter(commandTopic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .callback(this::take)
        .send()
        .join();
  }

  private void take(Mqtt5Publish command) {
    String text = new String(command.getPayloadAsBytes(), StandardCharsets.UTF_8);
    told.add(text);
    answer.ifPresent(it -> {
      var _ = send(answerTopic, it.apply(text), false);
    });
  }

  /** From now on it answers each command with what this makes of it. */
  void answering(UnaryOperator<String> how) {
    answer = Optional.of(how);
  }

  void say(String topic, String payload, boolean retained) {
    send(topic, payload, retained).join();
  }

  private CompletableFuture<?> send(String topic, String payload, boolean retained) {
    return client
        .publishWith()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(retained)
        .payload(payload.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public void close() {
    client.disconnect().join();
  }
}
