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
import energy.setpoint.der.template.DeviceTemplates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MqttCommandsIT {

  private static final DeviceId SHED = new DeviceId("shed");
  private static final DeviceId ROOF = new DeviceId("roof");

  private static final String BATTERY =
      """
      description: A battery
      kind: battery
      transport: mqtt
      period: 1s
      staleAfter: 60s
      points:
        power: { topic: "{base}/power", unit: W, sign: load }
        soc: { topic: "{base}/soc", unit: "%" }
      setpoint:
        topic: "{base}/set"
        payload: "{value}"
        unit: W
        sign: load
        lowestW: -5000
        highestW: 4000
        whenContactIsLost: idles
        watchdog: 120s
        acknowledgement: { topic: "{base}/answer", toleranceW: 20, within: 4s, retries: 2 }
      """;

  private static final String INVERTER =
      """
      description: An inverter
      kind: inverter
      transport: mqtt
      period: 1s
      staleAfter: 60s
      points:
        power: { topic: "{base}/roof", unit: W, sign: generation }
      setpoint:
        topic: "{base}/set"
        payload: "limit {value}"
        unit: kW
        decimals: 1
        lowestW: 500
        highestW: 8000
        whenContactIsLost: keepsSetpoint
        refresh: 60s
        acknowledgement: { topic: "{base}/answer", payload: "limit {value} set", within: 4s }
      """;

  private static final AtomicInteger yards = new AtomicInteger();

  private static Mqtt5Server broker;

  // Ten seconds of the site's time pass in one.
  private final Timeline timeline =
      Timeline.accelerated(Instant.now(), Instant.parse("2026-06-01T10:00:00Z"), 10);
  private final Recorder readings = new Recorder();
  private final String base = "yard-" + yards.incrementAndGet();
  private DerDevices devices;
  private ForeignDevice device;

  @BeforeAll
  static void startBroker() {
    broker = new Mqtt5Server();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void connect() {
    device = new ForeignDevice(broker, base + "/set", base + "/answer");
    Mqtt address = new Mqtt(broker.url(), base);
    devices =
        DerDevices.start(
            List.of(
                new DeviceConnection(SHED, DeviceTemplates.parse("shed.yaml", BATTERY), address),
                new DeviceConnection(ROOF, DeviceTemplates.parse("roof.yaml", INVERTER), address)),
            timeline,
            readings);
    Eventually.await(
        "contact",
        () -> devices.findHealth(SHED).orElseThrow().state() != DeviceHealth.State.OFFLINE);
  }

  @AfterEach
  void disconnect() {
    devices.close();
    device.close();
  }

  @Test
  void readsADeviceThatWasBuiltWithAnotherLibrary() {
    device.say(base + "/power", "-1500", false);
    device.say(base + "/soc", "40", false);

    var reading = readings.await(SHED, BatteryReading.class, _ -> true);

    assertThat(reading.power()).isEqualTo(Power.ofWatts(-1_500));
  }

  @Test
  void aSetpointIsAppliedOnceTheDeviceSaysThatItFollows() {
    CompletionStage<CommandOutcome> outcome = follow(2_000);
    Eventually.await("the setpoint", () -> device.told().contains("2000"));
    assertThat(outcome.toCompletableFuture()).isNotDone();

    device.say(base + "/answer", "1990", false);

    assertThat(result(outcome)).isEqualTo(new CommandOutcome.Applied());
  }

  @Test
  void aDeviceThatSaysOtherwiseIsToldAgainAndThenCountsAsFailedWithTheValues() {
    device.answering(_ -> "500");

    CommandOutcome outcome = result(follow(2_000));

    assertThat(outcome)
        .isEqualTo(new CommandOutcome.Failed("Device shed was told 2000 W and says 500 W."));
    assertThat(device.told()).containsExactly("2000", "2000", "2000");
  }

  @Test
  void aDeviceThatSaysNothingCountsAsFailedThoughTheBrokerTookTheCommand() {
    CommandOutcome outcome = result(follow(2_000));

    assertThat(outcome)
        .isEqualTo(new CommandOutcome.Failed("Device shed was told 2000 W and says nothing."));
  }

  @Test
  void aRepeatedCommandThatIsConfirmedIsApplied() {
    AtomicInteger commands = new AtomicInteger();
    device.answering(told -> commands.incrementAndGet() < 2 ? "0" : told);

    CommandOutcome outcome = result(follow(-3_000));

    assertThat(outcome).isEqualTo(new CommandOutcome.Applied());
    assertThat(device.told()).containsExactly("-3000", "-3000");
  }

  @Test
  void anOverlookedCommandFailsWhenANewerOneComes() {
    CompletionStage<CommandOutcome> first = follow(1_000);
    Eventually.await("the first", () -> device.told().contains("1000"));
    device.answering(told -> told);

    CommandOutcome second = result(follow(1_500));

    assertThat(second).isEqualTo(new CommandOutcome.Applied());
    assertThat(result(first))
        .isEqualTo(
            new CommandOutcome.Failed(
                "A newer command came before the device had taken this one."));
  }

  @Test
  void theProductionOfAnInverterIsLimitedOnceItConfirmsInWords() {
    device.answering(told -> told + " set");

    CommandOutcome outcome = result(limit(3_450));

    assertThat(outcome).isEqualTo(new CommandOutcome.Applied());
    assertThat(device.told()).containsExactly("limit 3.4");
    assertThat(devices.canLimit(ROOF)).isTrue();
    assertThat(devices.canLimit(SHED)).as("a battery").isFalse();
  }

  @Test
  void aLimitThatTheInverterCannotReachIsSentAsFarAsItGoesAndFails() {
    device.answering(told -> told + " set");

    CommandOutcome outcome = result(limit(0));

    assertThat(outcome)
        .isEqualTo(
            new CommandOutcome.Failed("The inverter cannot be limited to 0 W, only to 500 W."));
    assertThat(device.told()).containsExactly("limit 0.5");
  }

  private CompletionStage<CommandOutcome> follow(double watts) {
    return devices.follow(SHED, Power.ofWatts(watts), lease());
  }

  private CompletionStage<CommandOutcome> limit(double watts) {
    return devices.limit(ROOF, Power.ofWatts(watts), lease());
  }

  private Interval lease() {
    return Interval.of(timeline.instant(), Duration.ofMinutes(10));
  }

  private static CommandOutcome result(CompletionStage<CommandOutcome> outcome) {
    try {
      return outcome.toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("A command must complete normally", e);
    }
  }
}
