package energy.setpoint.der.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedTemplatesTest {

  @Test
  void everyTemplateInTheFolderIsValid() throws IOException {
    Path folder = folder();

    Map<String, DeviceTemplate> templates = DeviceTemplates.readFolder(folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(templates).hasSize((int) files.count()).hasSizeGreaterThanOrEqualTo(6);
    }
  }

  @Test
  void theDemoHasOneDeviceOfEachKind() {
    Map<String, DeviceTemplate> templates = DeviceTemplates.readFolder(folder());

    assertThat(templates.get("demo-inverter").kind()).isEqualTo(DeviceKind.INVERTER);
    assertThat(templates.get("demo-meter").kind()).isEqualTo(DeviceKind.METER);
    assertThat(templates.get("demo-battery").kind()).isEqualTo(DeviceKind.BATTERY);
  }

  @Test
  void readsTheStepsOfAGridOperatorFromDigitalInputs() {
    DeviceTemplate relay = DeviceTemplates.readFolder(folder()).get("grid-relay-modbus");

    assertThat(relay.kind()).isEqualTo(DeviceKind.GRID_SIGNAL);
    assertThat(((Transport.Modbus) relay.transport()).points().values())
        .hasSize(4)
        .allMatch(point -> point.table() == RegisterTable.DISCRETE);
  }

  @Test
  void readsHexadecimalBits() {
    DeviceTemplate sma = DeviceTemplates.readFolder(folder()).get("sma-sunny-tripower");

    RegisterPoint power = ((Transport.Modbus) sma.transport()).points().get(Measured.POWER);

    assertThat(power.notAvailable()).containsExactly(0x8000_0000L);
    assertThat(power.decode(0x8000, 0)).isEmpty();
    assertThat(power.decode(0, 4200)).hasValue(-4200);
  }

  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      Path folder = at.resolve("config").resolve("devices");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    throw new IllegalStateException("No config/devices above " + here);
  }
}
