package energy.setpoint.der;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.DeviceAddress.Mqtt;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.DeviceHealth;
import energy.setpoint.der.device.DeviceHealth.State;
import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.DeviceTemplates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MqttDevicesIT {

  private static final DeviceId BATTERY = new DeviceId("battery");

  private static final String YAML =
      """
      description: A battery
      kind: battery
      transport: mqtt
      period: 1s
      staleAfter: 10s
      points:
        power: { topic: "{base}/state", pointer: /power, unit: kW, sign: generation }
        soc: { topic: "{base}/state", pointer: /soc, unit: "%" }
      setpoint:
        topic: "{base}/set"
        payload: '{"power": {value}}'
        unit: W
        sign: generation
        lowestW: -5000
        highestW: 4000
        whenContactIsLost: idles
        watchdog: 4s
        refresh: 2s
      """;

  private static final DeviceTemplate TEMPLATE = DeviceTemplates.parse("battery.yaml", YAML);

  private static final AtomicInteger sheds = new AtomicInteger();

  private static MqttServer broker;

  // Ten seconds of the site's time pass in one.
  private final Timeline timeline =
      Timeline.accelerated(Instant.now(), Instant.parse("2026-06-01T10:00:00Z"), 10);
  private final Recorder readings = new Recorder();
  private final String base = "shed-" + sheds.incrementAndGet();
  private DerDevices devices;
  private MqttPeer battery;

  @BeforeAll
  static void startBroker() {
    broker = new MqttServer();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void connect() {
    broker.start();
    battery = new MqttPeer(broker, base + "/set");
    devices = start(TEMPLATE);
  }

  @AfterEach
  void disconnect() {
    devices.close();
    battery.close();
  }

  @Test
  void readsPowerAndStateOfCharge() {
    battery.say(base + "/state", "{\"power\": 1.2, \"soc\": 55}");

    var reading = readings.await(BATTERY, BatteryReading.class, _ -> true);

    assertThat(reading.power()).isEqualTo(Power.ofWatts(-1_200));
    assertThat(reading.soc().percent()).isCloseTo(55, Offset.offset(1e-9));
    assertThat(Duration.between(reading.at(), reading.validUntil()))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void refusesGarbageAndGoesOnListening() {
    for (String garbage :
        List.of(
            "",
            "{",
            "[1,2]",
            "{\"power\": \"much\", \"soc\": 5}",
            "{\"power\": 1, \"soc\": 300}",
            "{\"power\": 1, \"soc\": null}")) {
      battery.say(base + "/state", garbage);
    }
    Eventually.await("all refused", () -> health().refused() == 6);
    assertThat(readings.of(BATTERY)).isEmpty();
    assertThat(health().lastError()).hasValue("no value for soc on " + base + "/state");

    battery.say(base + "/state", "{\"power\": 0, \"soc\": 50}");

    readings.await(BATTERY, BatteryReading.class, it -> it.soc().percent() == 50);
  }

  @Test
  void aSilentDeviceIsStaleThoughTheBrokerIsThere() {
    battery.say(base + "/state", "{\"power\": 0, \"soc\": 50}");
    readings.await(BATTERY, BatteryReading.class, _ -> true);

    Eventually.await("stale", () -> health().state() == State.STALE);

    assertThat(health().failures()).isZero();
  }

  @Test
  void retainedMessagesAreTooOldToBelieve() {
    devices.close();
    battery.say(base + "/state", "{\"power\": 0, \"soc\": 11}", true);
    devices = start(TEMPLATE);

    battery.say(base + "/state", "{\"power\": 0, \"soc\": 22}");

    readings.await(BATTERY, BatteryReading.class, it -> it.soc().percent() == 22);
    assertThat(readings.of(BATTERY)).hasSize(1);
  }

  @Test
  void survivesTheDeathOfTheBroker() {
    broker.stop();
    Eventually.await("offline", () -> health().state() == State.OFFLINE && health().failures() > 0);

    broker.start();
    battery.close();
    battery = new MqttPeer(broker, base + "/set");
    connected();
    battery.say(base + "/state", "{\"power\": 0, \"soc\": 33}");

    readings.await(BATTERY, BatteryReading.class, it -> it.soc().percent() == 33);
    assertThat(health().state()).isEqualTo(State.ONLINE);
  }

  @Test
  void aSetpointArrivesInTheDevicesOwnUnitAndSign() {
    CommandOutcome outcome = follow(-3_000, Duration.ofSeconds(60));

    assertThat(outcome).isEqualTo(new CommandOutcome.Applied());
    Eventually.await("the setpoint", () -> battery.heard().contains("{\"power\": 3000}"));
  }

  @Test
  void noSetpointLeavesTheLimitsOfTheDevice() {
    follow(50_000, Duration.ofSeconds(60));

    Eventually.await("the setpoint", () -> !battery.heard().isEmpty());
    assertThat(battery.heard().getFirst()).isEqualTo("{\"power\": -4000}");
  }

  @Test
  void repeatsTheSetpointUntilTheLeaseEndsAndThenFallsSilent() {
    Instant end = timeline.instant().plusSeconds(9);
    follow(1_000, Duration.ofSeconds(9));

    Eventually.await("repetitions", () -> battery.heard().size() >= 3);
    Eventually.await("the end of the lease", () -> timeline.instant().isAfter(end.plusSeconds(1)));
    int atTheEnd = battery.heard().size();
    Eventually.await("three refreshes more", () -> timeline.instant().isAfter(end.plusSeconds(8)));

    assertThat(battery.heard()).hasSize(atTheEnd).containsOnly("{\"power\": -1000}");
    // One at the start and one each two seconds.
    assertThat(atTheEnd).isBetween(3, 6);
  }

  @Test
  void theLastCommandWins() {
    for (int watts = 100; watts <= 900; watts += 100) {
      var _ = devices.follow(BATTERY, Power.ofWatts(watts), lease(Duration.ofSeconds(60)));
    }

    CommandOutcome outcome = follow(1_000, Duration.ofSeconds(60));

    assertThat(outcome).isEqualTo(new CommandOutcome.Applied());
    Eventually.await("the last setpoint", () -> battery.heard().contains("{\"power\": -1000}"));
    int until = battery.heard().indexOf("{\"power\": -1000}");
    Eventually.await("repetitions", () -> battery.heard().size() > until + 3);
    assertThat(battery.heard().subList(until, battery.heard().size()))
        .containsOnly("{\"power\": -1000}");
  }

  @Test
  void withoutTheBrokerACommandFailsAndIsMadeUpForWhileItIsValid() {
    broker.stop();
    Eventually.await("offline", () -> health().failures() > 0);

    CommandOutcome outcome = follow(2_000, Duration.ofSeconds(600));

    assertThat(outcome).isInstanceOf(CommandOutcome.Failed.class);
    broker.start();
    battery.close();
    battery = new MqttPeer(broker, base + "/set");
    Eventually.await("the setpoint", () -> battery.heard().contains("{\"power\": -2000}"));
  }

  @Test
  void refusesALeaseThatIsOverAndADeviceThatTakesNoSetpoints() throws Exception {
    Instant past = timeline.instant().minusSeconds(60);
    CommandOutcome late =
        devices
            .follow(BATTERY, Power.ZERO, Interval.of(past, Duration.ofSeconds(1)))
            .toCompletableFuture()
            .get(5, TimeUnit.SECONDS);
    CommandOutcome unknown =
        devices
            .follow(new DeviceId("other"), Power.ZERO, lease(Duration.ofSeconds(60)))
            .toCompletableFuture()
            .get(5, TimeUnit.SECONDS);

    assertThat(late).isInstanceOf(CommandOutcome.Failed.class);
    assertThat(unknown).isEqualTo(new CommandOutcome.Failed("Device other takes no setpoints."));
    assertThat(battery.heard()).isEmpty();
  }

  @Test
  void aDeviceWithoutWatchdogIsSentToIdleAtTheEndOfTheLease() {
    devices.close();
    devices =
        start(
            DeviceTemplates.parse(
                "battery.yaml",
                YAML.replace("idles", "keepsSetpoint").replace("  watchdog: 4s\n", "")));
    connected();

    follow(1_000, Duration.ofSeconds(3));

    Eventually.await("idle", () -> battery.heard().contains("{\"power\": 0}"));
    assertThat(battery.heard()).startsWith("{\"power\": -1000}").endsWith("{\"power\": 0}");
  }

  @Test
  void closingLeavesNoThreadBehind() {
    devices.close();

    Eventually.await(
        "the end of the client's threads",
        () -> clientThreads().stream().allMatch(it -> it.getName().contains(battery.id())));
  }

  @Test
  void aBrokerThatNeverAnswersNeitherHangsTheListeningNorTheClosing() throws Exception {
    Set<Thread> before = clientThreads();
    try (SilentServer silent = new SilentServer()) {
      Mqtt address = new Mqtt("tcp://127.0.0.1:" + silent.port(), base);
      DerDevices hanging =
          DerDevices.start(
              List.of(new DeviceConnection(BATTERY, TEMPLATE, address)), timeline, readings);
      Eventually.await("a timeout", () -> hanging.findHealth(BATTERY).orElseThrow().failures() > 0);
      Eventually.await("the next attempt", () -> silent.connections() > 1);

      hanging.close();

      Eventually.await(
          "the end of the client's threads", () -> before.containsAll(clientThreads()));
      int attempts = silent.connections();
      Instant later = timeline.instant().plusSeconds(5);
      Eventually.await("time for one more attempt", () -> timeline.instant().isAfter(later));
      assertThat(silent.connections()).isEqualTo(attempts);
    }
  }

  @Test
  void aBrokerThatHangsUpAtOnceCostsNoThreads() throws Exception {
    Set<Thread> before = clientThreads();
    try (SilentServer rude = SilentServer.hangingUp()) {
      Mqtt address = new Mqtt("tcp://127.0.0.1:" + rude.port(), base);
      DerDevices failing =
          DerDevices.start(
              List.of(new DeviceConnection(BATTERY, TEMPLATE, address)), timeline, readings);
      Eventually.await(
          "two failures", () -> failing.findHealth(BATTERY).orElseThrow().failures() > 1);

      failing.close();

      Eventually.await(
          "the end of the client's threads", () -> before.containsAll(clientThreads()));
    }
  }

  private static Set<Thread> clientThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(it -> it.getName().startsWith("MQTT"))
        .collect(Collectors.toSet());
  }

  private DerDevices start(DeviceTemplate template) {
    DerDevices started =
        DerDevices.start(
            List.of(new DeviceConnection(BATTERY, template, new Mqtt(broker.url(), base))),
            timeline,
            readings);
    devices = started;
    connected();
    return started;
  }

  /** In contact with the broker, though nothing was heard yet. */
  private void connected() {
    Eventually.await("contact", () -> health().state() != State.OFFLINE);
  }

  private CommandOutcome follow(double watts, Duration length) {
    try {
      return devices
          .follow(BATTERY, Power.ofWatts(watts), lease(length))
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("A command must complete normally", e);
    }
  }

  private Interval lease(Duration length) {
    return Interval.of(timeline.instant(), length);
  }

  private DeviceHealth health() {
    return devices.findHealth(BATTERY).orElseThrow();
  }
}
