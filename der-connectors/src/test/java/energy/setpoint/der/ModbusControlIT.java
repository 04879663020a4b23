package energy.setpoint.der;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.CommandHealth;
import energy.setpoint.der.device.DeviceAddress.ModbusTcp;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.template.DeviceTemplates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Registers: 0 power, 1 charge in percent, 40 remote mode, 41 setpoint or limit, 42 heartbeat. */
@Timeout(60)
class ModbusControlIT {

  private static final DeviceId CELLAR = new DeviceId("cellar");
  private static final DeviceId ROOF = new DeviceId("roof");

  private static final String BATTERY =
      """
      description: A battery
      kind: battery
      transport: modbus
      period: 1s
      staleAfter: 10s
      modbus: { timeout: 500ms }
      points:
        power: { table: holding, address: 0, type: int16, unit: W, sign: generation }
        soc: { table: holding, address: 1, type: uint16, unit: "%" }
      control:
        before:
          - { table: holding, address: 40, type: uint16, value: 3, write: multiple }
        setpoint: { table: holding, address: 41, type: int16, scale: 10, unit: W, sign: generation }
        lowestW: -5000
        highestW: 5000
        whenContactIsLost: idles
        watchdog: 4s
        readBack: { toleranceW: 10, retries: 2 }
        release:
          - { table: holding, address: 40, type: uint16, value: 0 }
      """;

  private static final String INVERTER =
      """
      description: An inverter
      kind: inverter
      transport: modbus
      period: 1s
      staleAfter: 10s
      points:
        power: { table: holding, address: 0, type: int16, unit: W, sign: generation }
      control:
        setpoint: { table: holding, address: 41, type: uint16, unit: W }
        lowestW: 100
        highestW: 10000
        whenContactIsLost: keepsSetpoint
        refresh: 1h
      """;

  // Ten seconds of the site's time pass in one.
  private final Timeline timeline =
      Timeline.accelerated(Instant.now(), Instant.parse("2026-06-01T10:00:00Z"), 10);

  @Test
  void takesControlBeforeTheFirstSetpointAndTurnsItsSign() {
    try (ForeignModbusServer server = battery();
        DerDevices devices = start(CELLAR, BATTERY, server)) {
      var outcome = await(devices.follow(CELLAR, watts(1_239), lease(60)));

      assertThat(outcome).isEqualTo(new CommandOutcome.Applied());
      assertThat(server.writes()).startsWith("16: 40=3", "6: 41=-123");
    }
  }

  @Test
  void clampsWhatItIsAskedFor() {
    try (ForeignModbusServer server = battery();
        DerDevices devices = start(CELLAR, BATTERY, server)) {
      await(devices.follow(CELLAR, watts(-9_000), lease(60)));

      assertThat(server.writes()).contains("6: 41=500");
    }
  }

  @Test
  void repeatsTheSetpointAtHalfTheWatchdogAndReleasesAtTheEndOfTheLease() {
    try (ForeignModbusServer server = battery();
        DerDevices devices = start(CELLAR, BATTERY, server)) {
      await(devices.follow(CELLAR, watts(1_000), lease(9)));

      Eventually.await("the release", () -> server.writes().contains("6: 40=0"));
      assertThat(server.writes().stream().filter("6: 41=-100"::equals).count()).isBetween(3L, 5L);
      assertThat(server.writes()).endsWith("6: 40=0");
    }
  }

  @Test
  void handsTheBatteryBackWhenTheEngineStops() {
    try (ForeignModbusServer server = battery()) {
      try (DerDevices devices = start(CELLAR, BATTERY, server)) {
        await(devices.follow(CELLAR, watts(1_000), lease(600)));
      }

      assertThat(server.writes()).endsWith("6: 40=0");
    }
  }

  @Test
  void failsWithBothValuesWhenTheDeviceDoesNotTakeTheSetpoint() {
    try (ForeignModbusServer server = battery().deafAt(41);
        DerDevices devices = start(CELLAR, BATTERY, server)) {
      var outcome = await(devices.follow(CELLAR, watts(1_000), lease(60)));

      assertThat(outcome)
          .isInstanceOfSatisfying(
              CommandOutcome.Failed.class,
              it -> assertThat(it.reason()).contains("was told").contains("says 0.0 W"));
      assertThat(server.writes().stream().filter("6: 41=-100"::equals).count())
          .isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void tellsWhenTheDeviceRefusesAndGoesOnReadingIt() {
    Recorder readings = new Recorder();
    try (ForeignModbusServer server = battery();
        DerDevices devices = start(CELLAR, BATTERY, server, readings)) {
      server.refuseWrites();

      var outcome = await(devices.follow(CELLAR, watts(1_000), lease(60)));

      assertThat(outcome)
          .isInstanceOfSatisfying(
              CommandOutcome.Failed.class,
              it -> assertThat(it.reason()).contains("Modbus exception 3"));
      assertThat(readings.next(CELLAR)).isNotNull();
    }
  }

  @Test
  void triesAgainFromTheBeginningWhenTheDeviceTakesCommandsAgain() {
    try (ForeignModbusServer server = battery();
        DerDevices devices = start(CELLAR, BATTERY, server)) {
      server.refuseWrites();
      await(devices.follow(CELLAR, watts(1_000), lease(600)));

      server.takeWrites();

      Eventually.await("a setpoint", () -> server.writes().contains("6: 41=-100"));
      assertThat(server.writes()).startsWith("16: 40=3", "6: 41=-100");
    }
  }

  @Test
  void limitsAnInverterOnceAndNotWithEveryLease() {
    try (ForeignModbusServer server = new ForeignModbusServer().set(0, 4_000);
        DerDevices devices = start(ROOF, INVERTER, server)) {
      assertThat(devices.canLimit(ROOF)).isTrue();
      var first = await(devices.limit(ROOF, watts(2_500), lease(60)));
      var second = await(devices.limit(ROOF, watts(2_500), lease(120)));
      await(devices.limit(ROOF, watts(1_500), lease(120)));

      assertThat(List.of(first, second)).containsOnly(new CommandOutcome.Applied());
      assertThat(server.writes()).containsExactly("6: 41=2500", "6: 41=1500");
    }
  }

  @Test
  void aLimitThatTheInverterCannotReachIsFailed() {
    try (ForeignModbusServer server = new ForeignModbusServer().set(0, 4_000);
        DerDevices devices = start(ROOF, INVERTER, server)) {
      var outcome = await(devices.limit(ROOF, watts(0), lease(60)));

      assertThat(outcome).isInstanceOf(CommandOutcome.Failed.class);
      assertThat(server.writes()).containsExactly("6: 41=100");
    }
  }

  @Test
  void doesNotWriteMoreOftenThanTheMemoryOfTheDeviceBears() {
    String careful = INVERTER.replace("refresh: 1h", "refresh: 1h\n  shortestInterval: 10min");
    try (ForeignModbusServer server = new ForeignModbusServer().set(0, 4_000);
        DerDevices devices = start(ROOF, careful, server)) {
      await(devices.limit(ROOF, watts(2_500), lease(600)));

      var hurried = await(devices.limit(ROOF, watts(3_500), lease(5)));

      assertThat(hurried).isInstanceOf(CommandOutcome.Failed.class);
      assertThat(server.writes()).containsExactly("6: 41=2500");
    }
  }

  @Test
  void neverDelaysWhatRelievesAFuseToSpareTheMemoryOfTheDevice() {
    String careful = BATTERY.replace("watchdog: 4s", "watchdog: 1h\n  shortestInterval: 30min");
    try (ForeignModbusServer server = battery();
        DerDevices devices = start(CELLAR, careful, server)) {
      await(devices.follow(CELLAR, watts(3_000), lease(60)));
      await(devices.follow(CELLAR, watts(1_000), lease(60)));
      await(devices.follow(CELLAR, watts(-2_000), lease(60)));
      await(devices.follow(CELLAR, watts(0), lease(3)));

      Eventually.await("the release", () -> server.writes().contains("6: 40=0"));
      assertThat(server.writes())
          .containsExactly(
              "16: 40=3", "6: 41=-300", "6: 41=-100", "6: 41=200", "6: 41=0", "6: 40=0");
    }
  }

  @Test
  void writesNothingWhileARaiseWaitsAndIsTakenBack() {
    String careful = INVERTER.replace("refresh: 1h", "refresh: 1h\n  shortestInterval: 10min");
    try (ForeignModbusServer server = new ForeignModbusServer().set(0, 4_000);
        DerDevices devices = start(ROOF, careful, server)) {
      await(devices.limit(ROOF, watts(2_500), lease(600)));
      devices.limit(ROOF, watts(3_500), lease(600));

      var taken = await(devices.limit(ROOF, watts(2_500), lease(600)));

      assertThat(taken).isEqualTo(new CommandOutcome.Applied());
      assertThat(server.writes()).containsExactly("6: 41=2500");
    }
  }

  @Test
  void liftsALimitOnceByTheReleaseSequence() {
    String released =
        INVERTER + "  release: [{ table: holding, address: 43, type: uint16, value: 0 }]\n";
    try (ForeignModbusServer server = new ForeignModbusServer().set(0, 4_000);
        DerDevices devices = start(ROOF, released, server)) {
      await(devices.limit(ROOF, watts(2_500), lease(60)));

      await(devices.limit(ROOF, watts(12_000), lease(60)));
      await(devices.limit(ROOF, watts(10_000), lease(60)));
      await(devices.limit(ROOF, watts(2_000), lease(60)));

      assertThat(server.writes()).containsExactly("6: 41=2500", "6: 43=0", "6: 41=2000");
    }
  }

  @Test
  void liftsALimitByTheRatedPowerWhereThereIsNoReleaseSequence() {
    try (ForeignModbusServer server = new ForeignModbusServer().set(0, 4_000);
        DerDevices devices = start(ROOF, INVERTER, server)) {
      var first = await(devices.limit(ROOF, watts(10_000), lease(60)));

      assertThat(first).isEqualTo(new CommandOutcome.Applied());
      assertThat(server.writes()).containsExactly("6: 41=10000");
    }
  }

  @Test
  void countsWhatWasTakenAndWhatWasNot() {
    String verified = INVERTER + "  readBack: { toleranceW: 10, retries: 1 }\n";
    try (ForeignModbusServer server = new ForeignModbusServer().set(0, 4_000).set(41, 10_000);
        DerDevices devices = start(ROOF, verified, server)) {
      await(devices.limit(ROOF, watts(2_500), lease(60)));
      server.deafAt(41);

      var ignored = await(devices.limit(ROOF, watts(1_500), lease(60)));

      assertThat(ignored).isInstanceOf(CommandOutcome.Failed.class);
      CommandHealth health = devices.findHealth(ROOF).orElseThrow().commands();
      assertThat(health.applied()).isEqualTo(1);
      assertThat(health.mismatches()).isGreaterThanOrEqualTo(2);
      assertThat(health.failures()).isGreaterThanOrEqualTo(1);
      assertThat(health.asked()).contains(watts(1_500));
      assertThat(health.readBack()).contains(watts(2_500));
      assertThat(health.inForce()).isEmpty();
      assertThat(health.lastFailure().orElseThrow()).contains("says 2500.0 W");
    }
  }

  @Test
  void isNotKeptFromStoppingByDevicesThatNoLongerAnswer() {
    String patient = BATTERY.replace("timeout: 500ms", "timeout: 60s");
    List<ForeignModbusServer> servers =
        Stream.generate(ModbusControlIT::battery).limit(10).toList();
    DerDevices devices = startAll(patient, servers);
    servers.forEach(it -> await(devices.follow(device(it), watts(1_000), lease(600))));
    servers.forEach(ForeignModbusServer::fallSilent);

    var stopped = CompletableFuture.runAsync(devices::close);

    // Ten devices with a minute of patience each, and not even two seconds for every one.
    assertThatCode(() -> stopped.get(20, TimeUnit.SECONDS)).doesNotThrowAnyException();
    servers.forEach(ForeignModbusServer::close);
  }

  @Test
  void countsAHeartbeatUpWhileItIsInControl() {
    String watched = BATTERY + "  heartbeat: { address: 42, every: 1s }\n";
    try (ForeignModbusServer server = battery();
        DerDevices devices = start(CELLAR, watched, server)) {
      await(devices.follow(CELLAR, watts(1_000), lease(60)));

      Eventually.await("three beats", () -> server.writes().contains("6: 42=3"));
      assertThat(server.writes()).containsSubsequence("6: 42=1", "6: 42=2", "6: 42=3");
    }
  }

  @Test
  void aDeviceOfAnotherKindTakesNoCommand() {
    try (ForeignModbusServer server = battery();
        DerDevices devices = start(CELLAR, BATTERY, server)) {
      var outcome = await(devices.limit(CELLAR, watts(1_000), lease(60)));

      assertThat(outcome).isEqualTo(new CommandOutcome.Failed("Device cellar takes no limits."));
      assertThat(server.writes()).isEmpty();
    }
  }

  private static ForeignModbusServer battery() {
    return new ForeignModbusServer().set(0, 0, 55).set(40, 0, 0, 0);
  }

  private DerDevices start(DeviceId device, String yaml, ForeignModbusServer server) {
    return start(device, yaml, server, new Recorder());
  }

  private DerDevices start(
      DeviceId device, String yaml, ForeignModbusServer server, Recorder readings) {
    var address = new ModbusTcp("127.0.0.1", server.port(), OptionalInt.empty());
    var template = DeviceTemplates.parse("device.yaml", yaml);
    return DerDevices.start(
        List.of(new DeviceConnection(device, template, address)), timeline, readings);
  }

  private DerDevices startAll(String yaml, List<ForeignModbusServer> servers) {
    var template = DeviceTemplates.parse("device.yaml", yaml);
    List<DeviceConnection> connections = new ArrayList<>();
    for (ForeignModbusServer server : servers) {
      var address = new ModbusTcp("127.0.0.1", server.port(), OptionalInt.empty());
      connections.add(new DeviceConnection(device(server), template, address));
    }
    return DerDevices.start(connections, timeline, new Recorder());
  }

  private static DeviceId device(ForeignModbusServer server) {
    return new DeviceId("at-" + server.port());
  }

  private Interval lease(int seconds) {
    Instant now = timeline.instant();
    return new Interval(now, now.plus(Duration.ofSeconds(seconds)));
  }

  private static Power watts(double watts) {
    return Power.ofWatts(watts);
  }

  private static CommandOutcome await(CompletionStage<CommandOutcome> outcome) {
    return outcome.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
