package energy.setpoint.der;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.BrokerAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MqttBoardIT {

  private final Timeline timeline =
      Timeline.accelerated(Instant.now(), Instant.parse("2026-06-01T10:00:00Z"), 10);
  private final Map<String, String> values = new ConcurrentHashMap<>(Map.of("a/power", "1"));

  @Test
  void keepsValuesAtTheBrokerAndSendsOnlyWhatChanged() {
    try (var broker = new Mqtt5Server();
        var reader = new MqttPeer(broker, "a/power");
        var _ = start(broker)) {
      Eventually.await("the value", () -> reader.heard().equals(List.of("1")));

      values.put("b/power", "2");
      Eventually.await("another value", () -> retained(broker, "b/power").equals("2"));
      values.put("a/power", "3");
      Eventually.await("the change", () -> reader.heard().contains("3"));

      assertThat(reader.heard()).containsExactly("1", "3");
      assertThat(retained(broker, "a/power")).isEqualTo("3");
    }
  }

  @Test
  void tellsEverythingAgainWhenTheConnectionIsMadeAnew() {
    try (var broker = new Mqtt5Server();
        var reader = new MqttPeer(broker, "a/power");
        var _ = start(broker)) {
      Eventually.await("the value", () -> reader.heard().equals(List.of("1")));
      reader.say("a/power", "", true);

      broker.cutLines();

      Eventually.await("the value again", () -> retained(broker, "a/power").equals("1"));
    }
  }

  private static String retained(Mqtt5Server broker, String topic) {
    return broker
        .findRetained(topic)
        .map(it -> new String(it.payload(), StandardCharsets.UTF_8))
        .orElse("");
  }

  private DerDevices start(TestBroker broker) {
    DerDevices devices =
        DerDevices.start(
            List.of(),
            Optional.of("a/status"),
            Optional.of(BrokerAddress.open(broker.url())),
            timeline,
            _ -> {});
    devices.board().orElseThrow().keep(() -> values, Duration.ofSeconds(1));
    return devices;
  }
}
