package energy.setpoint.der;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.DeviceAddress.ModbusTcp;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.DeviceHealth;
import energy.setpoint.der.device.DeviceHealth.State;
import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.DeviceTemplates;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ModbusDevicesIT {

  private static final DeviceId ROOF = new DeviceId("roof");
  private static final DeviceId GRID = new DeviceId("grid");

  private static final DeviceTemplate INVERTER =
      DeviceTemplates.parse(
          "inverter.yaml",
          """
          description: An inverter
          kind: inverter
          transport: modbus
          period: 1s
          staleAfter: 10s
          modbus: { unit: 1, timeout: 300ms }
          points:
            power: { table: input, address: 0, type: int32, unit: W, sign: generation, notAvailable: 0x80000000 }
          """);

  private static final DeviceTemplate METER =
      DeviceTemplates.parse(
          "meter.yaml",
          """
          description: A meter
          kind: meter
          transport: modbus
          period: 1s
          staleAfter: 10s
          modbus: { unit: 2, timeout: 300ms, bridgedGap: 10 }
          points:
            power: { table: input, address: 0, type: float32, unit: kW, sign: load }
            currentL1: { table: input, address: 10, type: float32, unit: A, sign: load }
            currentL2: { table: input, address: 12, type: float32, unit: A, sign: load }
            currentL3: { table: input, address: 14, type: float32, unit: A, sign: load }
            powerL1: { table: input, address: 20, type: float32, unit: W, sign: load }
            powerL2: { table: input, address: 22, type: float32, unit: W, sign: load }
            powerL3: { table: input, address: 24, type: float32, unit: W, sign: load }
          """);

  // Ten seconds of the site's time pass in one.
  private final Timeline timeline =
      Timeline.accelerated(Instant.now(), Instant.parse("2026-06-01T10:00:00Z"), 10);
  private final Recorder readings = new Recorder();

  @Test
  void productionIsNegativeAndValidForAWhile() {
    try (ModbusServer server = new ModbusServer(1).int32(0, 4_200);
        DerDevices _ = start(connection(ROOF, INVERTER, server.port()))) {
      var reading = (InverterReading) readings.next(ROOF);

      assertThat(reading.power()).isEqualTo(Power.ofWatts(-4_200));
      assertThat(Duration.between(reading.at(), reading.validUntil()))
          .isEqualTo(Duration.ofSeconds(10));
      assertThat(reading.at()).isAfter(Instant.parse("2026-06-01T09:59:59Z"));
    }
  }

  @Test
  void thePowerOfAPhaseGivesItsCurrentADirection() {
    try (ModbusServer server = new ModbusServer(2);
        DerDevices _ =
            start(
                connection(
                    GRID,
                    METER,
                    server
                        .float32(0, -1.5f)
                        .float32(10, 4)
                        .float32(12, 10)
                        .float32(14, 0)
                        .float32(20, 800)
                        .float32(22, -2_300)
                        .port()))) {
      var reading = (MeterReading) readings.next(GRID);

      assertThat(reading.power()).isEqualTo(Power.ofWatts(-1_500));
      assertThat(reading.currents()).isEqualTo(PhaseCurrents.ofAmps(4, -10, 0));
    }
  }

  @Test
  void goesStaleWhenTheServerDiesAndComesBackWithIt() {
    try (ModbusServer server = new ModbusServer(1).int32(0, 100);
        DerDevices devices = start(connection(ROOF, INVERTER, server.port()))) {
      readings.next(ROOF);
      assertThat(health(devices, ROOF).state()).isEqualTo(State.ONLINE);

      server.stop();

      Eventually.await("offline", () -> health(devices, ROOF).state() == State.OFFLINE);
      assertThat(health(devices, ROOF).consecutiveFailures()).isPositive();
      assertThat(health(devices, ROOF).lastError()).isPresent();
      assertThat(health(devices, ROOF).isFresh()).isFalse();

      server.int32(0, 200).start();

      readings.await(ROOF, InverterReading.class, it -> it.power().watts() == -200);
      assertThat(health(devices, ROOF).state()).isEqualTo(State.ONLINE);
      assertThat(health(devices, ROOF).consecutiveFailures()).isZero();
    }
  }

  @Test
  void aServerThatIsNotThereYetIsFoundLater() {
    ModbusServer server = new ModbusServer(1).int32(0, 100);
    server.stop();
    try (server;
        DerDevices devices = start(connection(ROOF, INVERTER, server.port()))) {
      Eventually.await("a failure", () -> health(devices, ROOF).failures() > 0);
      assertThat(health(devices, ROOF).state()).isEqualTo(State.OFFLINE);

      server.start();

      assertThat(readings.next(ROOF)).isInstanceOf(InverterReading.class);
    }
  }

  @Test
  void aMissingValueIsNoReadingAndNoZero() {
    try (ModbusServer server = new ModbusServer(1).int32(0, Integer.MIN_VALUE);
        DerDevices devices = start(connection(ROOF, INVERTER, server.port()))) {
      Eventually.await("refusals", () -> health(devices, ROOF).refused() > 2);

      assertThat(readings.of(ROOF)).isEmpty();
      assertThat(health(devices, ROOF).state()).isEqualTo(State.STALE);
      assertThat(health(devices, ROOF).lastError()).hasValue("no value for power");
    }
  }

  @Test
  void aHungServerDelaysNobodyElse() throws IOException {
    try (SilentServer hung = new SilentServer();
        ModbusServer server = new ModbusServer(2);
        DerDevices devices =
            start(
                connection(ROOF, INVERTER, hung.port()), connection(GRID, METER, server.port()))) {
      Eventually.await("a timeout", () -> health(devices, ROOF).failures() >= 2);

      // Two timeouts of 300 ms are at least six periods of 100 ms.
      assertThat(health(devices, GRID).reads()).isGreaterThanOrEqualTo(4);
      assertThat(health(devices, GRID).failures()).isZero();
      assertThat(health(devices, ROOF).reads()).isZero();
    }
  }

  @Test
  void devicesBehindOneEndpointShareOneConnection() throws IOException {
    try (SilentServer hung = new SilentServer();
        DerDevices devices =
            start(connection(ROOF, INVERTER, hung.port()), connection(GRID, METER, hung.port()))) {
      Eventually.await("one connection", () -> hung.connections() == 1);
      Eventually.await(
          "a timeout",
          () -> health(devices, ROOF).failures() + health(devices, GRID).failures() == 1);

      assertThat(hung.connections()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void anUnknownHostIsAFailureLikeAnyOther() {
    DeviceConnection lost =
        new DeviceConnection(
            ROOF, INVERTER, new ModbusTcp("no-such-host.invalid", 502, OptionalInt.of(1)));
    try (DerDevices devices = start(lost)) {
      Eventually.await("a failure", () -> health(devices, ROOF).failures() > 1);

      assertThat(health(devices, ROOF).lastError().orElseThrow()).contains("no-such-host.invalid");
    }
  }

  @Test
  void anErrorOfTheDeviceIsToldAndTheConnectionKept() {
    try (ModbusServer server = new ModbusServer(7);
        DerDevices devices = start(connection(ROOF, INVERTER, server.port()))) {
      Eventually.await("errors", () -> health(devices, ROOF).failures() >= 2);

      assertThat(health(devices, ROOF).lastError().orElseThrow()).startsWith("Modbus exception 2");
      assertThat(health(devices, ROOF).state()).isEqualTo(State.STALE);
    }
  }

  @Test
  void aConsumerThatFailsDoesNotStopTheReading() {
    try (ModbusServer server = new ModbusServer(1);
        DerDevices devices =
            DerDevices.start(
                List.of(connection(ROOF, INVERTER, server.port())),
                timeline,
                reading -> {
                  throw new IllegalStateException("the consumer is broken");
                })) {
      Eventually.await("three readings", () -> health(devices, ROOF).reads() >= 3);
    }
  }

  @Test
  void nothingIsReadAfterClosing() {
    try (ModbusServer server = new ModbusServer(1)) {
      DerDevices devices = start(connection(ROOF, INVERTER, server.port()));
      readings.next(ROOF);

      devices.close();

      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(it -> it.getName().equals("modbus 127.0.0.1:" + server.port()));
      int before = readings.of(ROOF).size();
      assertThat(health(devices, ROOF).reads()).isEqualTo(before);
    }
  }

  private DerDevices start(DeviceConnection... connections) {
    return DerDevices.start(List.of(connections), timeline, readings);
  }

  private static DeviceConnection connection(DeviceId id, DeviceTemplate template, int port) {
    return new DeviceConnection(
        id, template, new ModbusTcp("127.0.0.1", port, OptionalInt.empty()));
  }

  private static DeviceHealth health(DerDevices devices, DeviceId device) {
    return devices.findHealth(device).orElseThrow();
  }
}
