package energy.setpoint.der;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.BrokerAddress;
import energy.setpoint.der.device.BrokerAddress.Protocol;
import energy.setpoint.der.device.DeviceAddress.Mqtt;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.DeviceHealth;
import energy.setpoint.der.template.DeviceTemplates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices that announce themselves for Home Assistant, by a library that is not ours. */
@Timeout(60)
class AnnouncedDeviceIT {

  private static final DeviceId ROOF = new DeviceId("roof");
  private static final String CONFIGURATION = "homeassistant/sensor/roof_power/config";

  private static final String YAML =
      """
      description: An inverter that announces itself for Home Assistant
      kind: inverter
      transport: mqtt
      period: 1s
      staleAfter: 60s
      points:
        power: { homeAssistant: "homeassistant/sensor/{base}_power/config", sign: generation }
      """;

  private final Timeline timeline =
      Timeline.accelerated(Instant.now(), Instant.parse("2026-06-01T10:00:00Z"), 10);
  private final Recorder readings = new Recorder();

  @ParameterizedTest
  @EnumSource(
      value = Protocol.class,
      names = {"MQTT_3_1_1", "MQTT_5"})
  void readsADeviceWhereItsAnnouncementSays(Protocol protocol) {
    try (var broker = new Mqtt5Server();
        var inverter = new ForeignDevice(broker, "x", "x")) {
      inverter.say(CONFIGURATION, announcement("inverter/state"), true);
      try (var devices = start(broker, protocol)) {
        Eventually.await("the subscription", () -> broker.isHeard("inverter/state"));

        inverter.say("inverter/state", "{\"ac\": {\"power\": 1.2}}", false);

        readings.await(ROOF, InverterReading.class, it -> it.power().watts() == -1_200);
        assertThat(devices.findHealth(ROOF).orElseThrow().refused()).isZero();
      }
    }
  }

  @Test
  void followsADeviceThatMovesAndListensAgainAfterTheLineWasCut() {
    try (var broker = new Mqtt5Server();
        var _ = start(broker, Protocol.MQTT_5)) {
      try (var inverter = new ForeignDevice(broker, "x", "x")) {
        inverter.say(CONFIGURATION, announcement("old/state"), true);
        Eventually.await("the first place", () -> broker.isHeard("old/state"));
        inverter.say(CONFIGURATION, announcement("new/state"), true);
        Eventually.await("the second place", () -> broker.isHeard("new/state"));
      }
      broker.cutLines();
      Eventually.await("the line was cut", () -> !broker.isHeard("new/state"));
      Eventually.await("the new line", () -> broker.isHeard("new/state"));

      try (var inverter = new ForeignDevice(broker, "x", "x")) {
        inverter.say("new/state", "{\"ac\": {\"power\": 2}}", false);

        readings.await(ROOF, InverterReading.class, it -> it.power().watts() == -2_000);
      }
    }
  }

  @Test
  void refusesAnAnnouncementThatItDoesNotUnderstand() {
    try (var broker = new Mqtt5Server();
        var inverter = new ForeignDevice(broker, "x", "x");
        var devices = start(broker, Protocol.MQTT_5)) {
      inverter.say(CONFIGURATION, announcement("a").replace("kW", "kWh"), true);

      Eventually.await("the refusal", () -> health(devices).refused() == 1);

      assertThat(health(devices).lastError().orElseThrow())
          .startsWith("the unit_of_measurement 'kWh' of power; expected one of W, kW");
    }
  }

  private static String announcement(String topic) {
    return """
    {"state_topic": "%s", "unit_of_measurement": "kW", "value_template": "{{ value_json.ac.power }}"}
    """
        .formatted(topic);
  }

  private static DeviceHealth health(DerDevices devices) {
    return devices.findHealth(ROOF).orElseThrow();
  }

  private DerDevices start(TestBroker broker, Protocol protocol) {
    var address =
        new BrokerAddress(
            broker.url(), protocol, Optional.empty(), Optional.empty(), Optional.empty());
    var roof =
        new DeviceConnection(
            ROOF, DeviceTemplates.parse("roof.yaml", YAML), new Mqtt(address, "roof"));
    return DerDevices.start(List.of(roof), timeline, readings);
  }
}
