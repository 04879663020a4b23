package energy.setpoint.der;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.DeviceAddress;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.DeviceHealth;
import energy.setpoint.der.template.DeviceTemplates;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is read seldom: registers 0 power, 1 charge, 10 serial number, 20 state, 30 energy. */
@Timeout(60)
class ModbusDetailsIT {

  private static final DeviceId CELLAR = new DeviceId("cellar");

  private static final String BATTERY =
      """
      description: A battery
      kind: battery
      transport: modbus
      period: 1s
      staleAfter: 10s
      points:
        power: { table: holding, address: 0, type: int16, unit: W, sign: load }
        soc: { table: holding, address: 1, type: uint16, unit: "%", every: 5 }
      details:
        serialNumber: { table: holding, address: 10, type: string, registers: 3 }
        state: { table: holding, address: 20, type: uint16, every: 1, words: { 0: off, 4: running } }
        energyCharged: { table: holding, address: 30, type: acc32, scale: 0.001, unit: kWh }
      """;

  // Ten seconds of the site's time pass in one.
  private final Timeline timeline =
      Timeline.accelerated(Instant.now(), Instant.parse("2026-06-01T10:00:00Z"), 10);
  private final Recorder readings = new Recorder();

  @Test
  void tellsSerialNumberStateAndCounter() {
    try (ForeignModbusServer server =
            battery().set(10, 0x5342, 0x3230, 0x3100).set(20, 4).set(30, 1, 0xE240);
        DerDevices devices = start(server, BATTERY)) {
      Eventually.await("all details", () -> health(devices).details().size() == 3);

      assertThat(health(devices).details())
          .containsEntry("serialNumber", "SB201")
          .containsEntry("state", "running")
          .containsEntry("energyCharged", "123.456 kWh");
    }
  }

  @Test
  void aDetailThatTheDeviceDoesNotHaveCostsNoReading() {
    try (ForeignModbusServer server = battery().set(20, 4);
        DerDevices devices = start(server, BATTERY)) {
      Eventually.await("five readings", () -> readings.of(CELLAR).size() >= 5);

      assertThat(health(devices).details()).containsOnlyKeys("state");
      assertThat(health(devices).failures()).isZero();
    }
  }

  @Test
  void whatIsReadSeldomIsBelievedMeanwhile() {
    String seldom = BATTERY.replace("every: 5", "every: 1000");
    try (ForeignModbusServer server = battery();
        DerDevices _ = start(server, seldom)) {
      readings.next(CELLAR);

      server.set(1, 60).set(0, 700);

      BatteryReading next =
          readings.await(CELLAR, BatteryReading.class, it -> it.power().watts() == 700);
      assertThat(next.soc()).isEqualTo(StateOfCharge.ofPercent(55));
    }
  }

  @Test
  void whatIsReadSeldomIsReadAgainInItsTurn() {
    try (ForeignModbusServer server = battery();
        DerDevices _ = start(server, BATTERY)) {
      readings.next(CELLAR);

      server.set(1, 60);

      BatteryReading next =
          readings.await(CELLAR, BatteryReading.class, it -> it.soc().percent() > 59);
      assertThat(next.soc()).isEqualTo(StateOfCharge.ofPercent(60));
    }
  }

  private static ForeignModbusServer battery() {
    return new ForeignModbusServer().set(0, 0, 55);
  }

  private DerDevices start(ForeignModbusServer server, String yaml) {
    var template = DeviceTemplates.parse("battery.yaml", yaml);
    var address = DeviceAddress.parse("modbus://127.0.0.1:" + server.port());
    return DerDevices.start(
        List.of(new DeviceConnection(CELLAR, template, address)), timeline, readings);
  }

  private static DeviceHealth health(DerDevices devices) {
    return devices.findHealth(CELLAR).orElseThrow();
  }
}
