package energy.setpoint.der;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.BrokerAddress;
import energy.setpoint.der.device.BrokerAddress.Protocol;
import energy.setpoint.der.device.DeviceAddress.Mqtt;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.DeviceHealth.State;
import energy.setpoint.der.template.DeviceTemplates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our client, a broker in C and a device with a third library. */
@Timeout(60)
class MosquittoIT {

  private static final DeviceId SHED = new DeviceId("shed");

  private static final String YAML =
      """
      description: A battery
      kind: battery
      transport: mqtt
      period: 1s
      staleAfter: 60s
      points:
        power: { topic: "{base}/state", pointer: /p, unit: W, sign: load, qos: 2 }
        soc: { topic: "{base}/state", pointer: /soc, unit: "%" }
      setpoint:
        topic: "{base}/set"
        qos: 2
        payload: "{value}"
        unit: W
        sign: load
        lowestW: -5000
        highestW: 4000
        whenContactIsLost: idles
        watchdog: 120s
        acknowledgement: { topic: "{base}/answer", toleranceW: 0 }
      """;

  private final Timeline timeline =
      Timeline.accelerated(Instant.now(), Instant.parse("2026-06-01T10:00:00Z"), 10);
  private final Recorder readings = new Recorder();

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void readsAndCommandsInEveryVersionOfMqtt(Protocol protocol) throws Exception {
    Optional<Path> program = Mosquitto.find();
    assumeTrue(program.isPresent(), "mosquitto is not installed on this machine");
    try (var broker = new Mosquitto(program.get(), folder);
        var battery = new ForeignDevice(broker, "shed/set", "shed/answer");
        var devices = start(broker, protocol)) {
      battery.answering(told -> told);
      Eventually.await(
          "contact", () -> devices.findHealth(SHED).orElseThrow().state() != State.OFFLINE);
      battery.say("shed/state", "{\"p\": 700, \"soc\": 40}", false);
      readings.await(SHED, BatteryReading.class, it -> it.power().watts() == 700);

      CommandOutcome outcome =
          devices
              .follow(
                  SHED,
                  Power.ofWatts(1_500),
                  Interval.of(timeline.instant(), Duration.ofMinutes(10)))
              .toCompletableFuture()
              .get(20, TimeUnit.SECONDS);

      assertThat(outcome).isEqualTo(new CommandOutcome.Applied());
      assertThat(battery.told()).containsExactly("1500");
    }
  }

  private DerDevices start(TestBroker broker, Protocol protocol) {
    var address =
        new BrokerAddress(
            broker.url(), protocol, Optional.empty(), Optional.empty(), Optional.empty());
    var shed =
        new DeviceConnection(
            SHED, DeviceTemplates.parse("shed.yaml", YAML), new Mqtt(address, "shed"));
    return DerDevices.start(List.of(shed), timeline, readings);
  }
}
