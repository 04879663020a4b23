package energy.setpoint.der;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.DeviceAddress.ModbusTcp;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.DeviceTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DroppedTemplateIT {

  private static final DeviceId GRID = new DeviceId("grid");

  @Test
  void aDeviceIsAddedByDroppingAFileIntoTheFolder(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("new-meter.yaml"),
        """
        description: A meter that nobody knew when this was built
        kind: meter
        transport: modbus
        period: 1s
        staleAfter: 10s
        modbus: { addressBase: 1, bridgedGap: 20, pauseBetweenRequests: 10ms }
        points:
          power: { table: holding, address: 101, type: int32, wordOrder: lowFirst, unit: W, sign: generation }
          currentL1: { table: holding, address: 103, type: int16, scaleRegister: 106, unit: A, sign: load }
          currentL2: { table: holding, address: 104, type: int16, scaleRegister: 106, unit: A, sign: load }
          currentL3: { table: holding, address: 105, type: int16, scaleRegister: 106, unit: A, sign: load }
        """);
    Recorder readings = new Recorder();
    try (ForeignModbusServer server =
            new ForeignModbusServer().set(100, 0xF448, 0xFFFF, 123, 0xFFFF, 0, 0xFFFF);
        DerDevices _ = start(folder, server, readings)) {
      var reading = (MeterReading) readings.next(GRID);

      assertThat(reading.power()).isEqualTo(Power.ofWatts(3_000));
      assertThat(reading.currents()).isEqualTo(PhaseCurrents.ofAmps(12.3, -0.1, 0));
    }
  }

  private static DerDevices start(Path folder, ForeignModbusServer server, Recorder readings) {
    DeviceTemplate template = DeviceTemplates.readFolder(folder).get("new-meter");
    var address = new ModbusTcp("127.0.0.1", server.port(), OptionalInt.empty());
    Timeline timeline =
        Timeline.accelerated(Instant.now(), Instant.parse("2026-06-01T10:00:00Z"), 10);
    return DerDevices.start(
        List.of(new DeviceConnection(GRID, template, address)), timeline, readings);
  }
}
