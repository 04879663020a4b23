package energy.setpoint.der;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.DeviceAddress.ModbusTcp;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.DeviceHealth;
import energy.setpoint.der.sunspec.SunSpecDevices;
import energy.setpoint.der.sunspec.SunSpecImage;
import energy.setpoint.der.template.DeviceTemplates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** SunSpec over real sockets, served by another Modbus library than the one that reads. */
@Timeout(60)
class SunSpecDevicesIT {

  private static final DeviceId IT = new DeviceId("it");

  // Ten seconds of the site's time pass in one.
  private final Timeline timeline =
      Timeline.accelerated(Instant.now(), Instant.parse("2026-06-01T10:00:00Z"), 10);
  private final Recorder readings = new Recorder();

  @Test
  void readsAnInverterWithScaleFactors() {
    try (ForeignModbusServer server = serve(SunSpecDevices.inverter());
        DerDevices _ = start("inverter", server)) {
      var reading = (InverterReading) readings.next(IT);

      assertThat(reading.power()).isEqualTo(Power.ofWatts(-4_200));
    }
  }

  @Test
  void readsAnInverterInFloatingPoint() {
    try (ForeignModbusServer server = serve(SunSpecDevices.floatInverter());
        DerDevices _ = start("inverter", server)) {
      var reading = (InverterReading) readings.next(IT);

      assertThat(reading.power()).isEqualTo(Power.ofWatts(-3_500.5));
    }
  }

  @Test
  void readsAMeterWithThePowerAndTheDirectionOfEachPhase() {
    try (ForeignModbusServer server = serve(SunSpecDevices.meter());
        DerDevices _ = start("meter", server)) {
      var reading = (MeterReading) readings.next(IT);

      assertThat(reading.power()).isEqualTo(Power.ofWatts(-2_530));
      assertThat(reading.currents()).isEqualTo(PhaseCurrents.ofAmps(-5, 4, -10));
    }
  }

  @Test
  void aValueThatTheDeviceDoesNotHaveMakesNoReading() {
    SunSpecImage night = SunSpecImage.at(40_000).model(103, 50).set("W_SF", 0).end();
    try (ForeignModbusServer server = serve(night);
        DerDevices devices = start("inverter", server)) {
      Eventually.await("a refusal", () -> health(devices).refused() > 0);

      assertThat(health(devices).lastError()).hasValue("no value for power");
      assertThat(readings.of(IT)).isEmpty();
    }
  }

  @Test
  void saysWhatADeviceLacksAndFindsItLater() {
    try (ForeignModbusServer server = serve(SunSpecImage.at(40_000).model(203, 105).end());
        DerDevices devices = start("inverter", server)) {
      Eventually.await("a refusal", () -> health(devices).refused() > 0);
      assertThat(health(devices).lastError().orElseThrow()).contains("has no inverter model");

      SunSpecDevices.inverter().registers().forEach((at, word) -> server.set(at, word));

      assertThat(((InverterReading) readings.next(IT)).power()).isEqualTo(Power.ofWatts(-4_200));
    }
  }

  @Test
  void findsTheModelsAgainThatANewFirmwareHasMoved() {
    try (ForeignModbusServer server = serve(SunSpecDevices.inverter());
        DerDevices _ = start("inverter", server)) {
      readings.next(IT);

      server.forget();
      SunSpecDevices.floatInverter().registers().forEach((at, word) -> server.set(at, word));

      var moved = Power.ofWatts(-3_500.5);
      var reading = readings.await(IT, InverterReading.class, it -> it.power().equals(moved));
      assertThat(reading.power()).isEqualTo(moved);
    }
  }

  @Test
  void writesALimitAndReadsItBack() {
    SunSpecImage device = SunSpecDevices.inverter();
    int controls = device.address();
    try (ForeignModbusServer server = serve(device);
        DerDevices devices = start("inverter", server)) {
      readings.next(IT);

      var outcome = await(devices.limit(IT, Power.ofWatts(2_500), lease(60)));

      assertThat(outcome).isEqualTo(new CommandOutcome.Applied());
      assertThat(server.writes())
          .containsExactly(
              "16: " + (controls + 5) + "=2500",
              "16: " + (controls + 7) + "=60",
              "16: " + (controls + 9) + "=1");
    }
  }

  @Test
  void aCommandToADeviceThatHasGoneFailsAndIsGivenOnceItIsBack() {
    SunSpecImage device = SunSpecDevices.inverter();
    try (ForeignModbusServer server = serve(device);
        DerDevices devices = start("inverter", server)) {
      readings.next(IT);
      server.forget();
      Eventually.await("a refusal", () -> health(devices).refused() > 0);

      var gone = await(devices.limit(IT, Power.ofWatts(2_500), lease(60)));
      device.registers().forEach((at, word) -> server.set(at, word));
      var back = await(devices.limit(IT, Power.ofWatts(2_500), lease(60)));

      assertThat(gone)
          .isInstanceOfSatisfying(
              CommandOutcome.Failed.class, it -> assertThat(it.reason()).contains("no SunSpec"));
      assertThat(back).isEqualTo(new CommandOutcome.Applied());
    }
  }

  @Test
  void noticesThatALimitWasNotTaken() {
    SunSpecImage device = SunSpecDevices.inverter();
    try (ForeignModbusServer server = serve(device).deafAt(device.address() + 5);
        DerDevices devices = start("inverter", server)) {
      readings.next(IT);

      var outcome = await(devices.limit(IT, Power.ofWatts(2_500), lease(60)));

      assertThat(outcome)
          .isInstanceOfSatisfying(
              CommandOutcome.Failed.class,
              it -> assertThat(it.reason()).contains("was told").contains("says 10000.0 W"));
    }
  }

  @Test
  void commandsABatteryByTheOlderModelAndLetsItGo() {
    SunSpecImage device = SunSpecDevices.battery();
    int storage = device.address();
    try (ForeignModbusServer server = serve(device)) {
      try (DerDevices devices = start("battery", server)) {
        var reading = (BatteryReading) readings.next(IT);
        assertThat(reading.power()).isEqualTo(Power.ofWatts(1_500));
        assertThat(reading.soc()).isEqualTo(new StateOfCharge(0.64));

        var outcome = await(devices.follow(IT, Power.ofWatts(-2_000), lease(60)));

        assertThat(outcome).isEqualTo(new CommandOutcome.Applied());
      }
      assertThat(server.writes())
          .startsWith(
              "16: " + (storage + 17) + "=1",
              "16: " + (storage + 12) + "=4000",
              "16: " + (storage + 13) + "=-4000",
              "16: " + (storage + 15) + "=60",
              "16: " + (storage + 5) + "=3")
          .endsWith("16: " + (storage + 5) + "=0");
    }
  }

  @Test
  void commandsABatteryByTheNewerModels() {
    try (ForeignModbusServer server = serve(SunSpecDevices.newBattery());
        DerDevices devices = start("battery", server)) {
      var reading = (BatteryReading) readings.next(IT);
      assertThat(reading.power()).isEqualTo(Power.ofWatts(-2_000));
      assertThat(reading.soc()).isEqualTo(new StateOfCharge(0.55));

      var outcome = await(devices.follow(IT, Power.ofWatts(-3_000), lease(60)));

      assertThat(outcome).isEqualTo(new CommandOutcome.Applied());
    }
  }

  @Test
  void aCommandBeforeTheDeviceIsKnownFails() {
    try (ForeignModbusServer server = new ForeignModbusServer();
        DerDevices devices = start("inverter", server)) {
      var outcome = await(devices.limit(IT, Power.ofWatts(2_500), lease(60)));

      assertThat(outcome)
          .isEqualTo(new CommandOutcome.Failed("Device it takes no commands, or not yet."));
    }
  }

  private static ForeignModbusServer serve(SunSpecImage device) {
    ForeignModbusServer server = new ForeignModbusServer();
    device.registers().forEach((at, word) -> server.set(at, word));
    return server;
  }

  private DerDevices start(String kind, ForeignModbusServer server) {
    String yaml =
        """
        description: A device that says itself what it is
        kind: %s
        transport: sunspec
        period: 1s
        staleAfter: 10s
        %s
        """
            .formatted(kind, kind.equals("meter") ? "" : "control: { watchdog: 60s }");
    var address = new ModbusTcp("127.0.0.1", server.port(), OptionalInt.empty());
    var template = DeviceTemplates.parse("device.yaml", yaml);
    return DerDevices.start(
        List.of(new DeviceConnection(IT, template, address)), timeline, readings);
  }

  private static DeviceHealth health(DerDevices devices) {
    return devices.findHealth(IT).orElseThrow();
  }

  private Interval lease(int seconds) {
    Instant now = timeline.instant();
    return new Interval(now, now.plus(Duration.ofSeconds(seconds)));
  }

  private static CommandOutcome await(CompletionStage<CommandOutcome> outcome) {
    return outcome.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
