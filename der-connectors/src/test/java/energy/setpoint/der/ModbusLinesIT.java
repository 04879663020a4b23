package energy.setpoint.der;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.DeviceAddress;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.DeviceHealth;
import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.DeviceTemplates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Modbus RTU through TCP and on serial lines. */
@Timeout(60)
class ModbusLinesIT {

  private static final DeviceId ROOF = new DeviceId("roof");

  private static final DeviceTemplate INVERTER =
      DeviceTemplates.parse(
          "inverter.yaml",
          """
          description: An inverter
          kind: inverter
          transport: modbus
          period: 1s
          staleAfter: 10s
          modbus: { timeout: 300ms }
          points:
            power: { table: holding, address: 7, type: int32, unit: W, sign: generation }
          control:
            setpoint: { table: holding, address: 41, type: uint16, unit: W }
            lowestW: 0
            highestW: 10000
            whenContactIsLost: keepsSetpoint
            refresh: 1h
            readBack: { toleranceW: 1 }
          """);

  // Ten seconds of the site's time pass in one.
  private final Timeline timeline =
      Timeline.accelerated(Instant.now(), Instant.parse("2026-06-01T10:00:00Z"), 10);
  private final Recorder readings = new Recorder();

  @Test
  void readsAndLimitsADeviceBehindASerialServer() {
    try (RtuServer server = new RtuServer(5).set(7, 0, 4_000);
        DerDevices devices = start("modbus+rtu://127.0.0.1:" + server.port() + "/5")) {
      var reading = (InverterReading) readings.next(ROOF);
      var outcome = limit(devices, 2_500);

      assertThat(reading.power()).isEqualTo(Power.ofWatts(-4_000));
      assertThat(outcome).isEqualTo(new CommandOutcome.Applied());
      assertThat(server.writes()).containsExactly("41=2500");
    }
  }

  @Test
  void believesNoFrameWhoseChecksumIsWrong() {
    try (RtuServer server = new RtuServer(5).set(7, 0, 4_000).onANoisyLine();
        DerDevices devices = start("modbus+rtu://127.0.0.1:" + server.port() + "/5")) {
      Eventually.await("three failures", () -> health(devices).failures() >= 3);

      assertThat(readings.of(ROOF)).isEmpty();
    }
  }

  @Test
  void saysWhichSerialPortIsMissing() {
    try (DerDevices devices = start("serial:///dev/no-such-port?baud=19200&parity=even&unit=5")) {
      Eventually.await("a failure", () -> health(devices).failures() >= 1);

      assertThat(health(devices).state()).isEqualTo(DeviceHealth.State.OFFLINE);
      assertThat(health(devices).lastError().orElseThrow())
          .contains("there is no serial port /dev/no-such-port");
    }
  }

  @Test
  void refusesTwoSpeedsOnOneSerialPort() {
    assertThatThrownBy(
            () -> start("serial:///dev/ttyUSB0?baud=9600", "serial:///dev/ttyUSB0?baud=19200"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot both be right");
  }

  private DerDevices start(String... addresses) {
    List<DeviceConnection> connections = new ArrayList<>();
    for (String address : addresses) {
      DeviceId id = connections.isEmpty() ? ROOF : new DeviceId("roof-" + connections.size());
      connections.add(new DeviceConnection(id, INVERTER, DeviceAddress.parse(address)));
    }
    return DerDevices.start(connections, timeline, readings);
  }

  private CommandOutcome limit(DerDevices devices, double watts) {
    Interval lease = Interval.of(timeline.instant(), Duration.ofMinutes(10));
    return devices
        .limit(ROOF, Power.ofWatts(watts), lease)
        .toCompletableFuture()
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  private static DeviceHealth health(DerDevices devices) {
    return devices.findHealth(ROOF).orElseThrow();
  }
}
