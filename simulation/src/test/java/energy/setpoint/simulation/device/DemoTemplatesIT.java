package energy.setpoint.simulation.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the simulated devices with the templates that the demo gives to the engine. */
class DemoTemplatesIT {

  private SimulatedModbusDevices devices;

  @BeforeEach
  void start() throws Exception {
    devices = new SimulatedModbusDevices(0);
    devices.start();
    devices.showInverter(Power.ofWatts(47_123), 0);
    devices.showMeter(PhaseCurrents.ofAmps(10, -20, 5), Voltage.ofVolts(230), 0, 0);
  }

  @AfterEach
  void stop() {
    devices.close();
  }

  @Test
  void findsEveryPointOfTheMeterWhereItsTemplateLooks() throws Exception {
    Map<String, Double> expected =
        Map.of(
            "power", -1150.0,
            "currentL1", 10.0,
            "currentL2", 20.0,
            "currentL3", 5.0,
            "powerL1", 2300.0,
            "powerL2", -4600.0,
            "powerL3", 1150.0);

    JsonNode template = template("demo-meter.yaml");

    assertThat(template.path("points").propertyNames()).containsAll(expected.keySet());
    for (var point : expected.entrySet()) {
      assertThat(read(template, point.getKey()))
          .as(point.getKey())
          .isCloseTo(point.getValue(), within(0.01));
    }
  }

  @Test
  void findsTheProductionOfTheInverterWhereItsTemplateLooks() throws Exception {
    JsonNode template = template("demo-inverter.yaml");

    assertThat(read(template, "power")).isEqualTo(47_123);
    assertThat(template.path("points").path("power").path("sign").asString(""))
        .isEqualTo("generation");
  }

  private double read(JsonNode template, String name) throws Exception {
    JsonNode point = template.path("points").path(name);
    assertThat(point.path("table").asString("")).isEqualTo("input");
    var master = new ModbusTCPMaster("127.0.0.1", devices.port());
    try {
      master.connect();
      int unit = template.path("modbus").path("unit").intValue();
      InputRegister[] words = master.readInputRegisters(unit, point.path("address").intValue(), 2);
      int bits = words[0].toUnsignedShort() << 16 | words[1].toUnsignedShort();
      return point.path("type").asString("").equals("float32") ? Float.intBitsToFloat(bits) : bits;
    } finally {
      master.disconnect();
    }
  }

  private static JsonNode template(String file) {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("config/devices"))) {
      root = root.getParent();
    }
    return new YAMLMapper().readTree(root.resolve("config/devices").resolve(file).toFile());
  }
}
