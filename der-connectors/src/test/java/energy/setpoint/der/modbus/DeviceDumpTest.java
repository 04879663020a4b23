package energy.setpoint.der.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.DeviceTemplates;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads each shipped Modbus template out of a dump of its registers. */
class DeviceDumpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abb-b23",
        "carlo-gavazzi-em24",
        "carlo-gavazzi-em340",
        "deye-3p-battery",
        "e3dc-battery",
        "e3dc-solar",
        "eastron-sdm630",
        "eastron-sdm72",
        "fronius-sunspec-float",
        "goodwe-et-battery",
        "huawei-luna2000-battery",
        "huawei-power-sensor",
        "huawei-sun2000-solar",
        "janitza-umg604",
        "kostal-plenticore-battery",
        "schneider-iem3155",
        "siemens-pac2200",
        "sma-sunny-tripower",
        "solaredge-battery",
        "solax-battery",
        "sungrow-sh-solar",
        "victron-gx-battery"
      })
  void readsPowerCurrentsAndChargeWithTheirSigns(String name) throws IOException {
    DeviceTemplate template = DeviceTemplates.read(above("config/devices").resolve(name + ".yaml"));
    JsonNode dump = YAMLMapper.shared().readTree(Files.readString(dumps().resolve(name + ".yaml")));

    Map<Measured, Double> quantities = read((Transport.Modbus) template.transport(), dump);

    JsonNode expected = dump.get("expected");
    assertThat(quantities.keySet()).isEqualTo(template.transport().measured());
    assertClose(quantities.get(Measured.POWER), expected.get("powerW").doubleValue());
    if (expected.has("socPercent")) {
      assertClose(quantities.get(Measured.SOC), expected.get("socPercent").doubleValue() / 100);
    }
    if (expected.has("currentsA")) {
      for (int phase = 0; phase < 3; phase++) {
        assertPhase(quantities, phase, expected.get("currentsA").get(phase).doubleValue());
      }
    }
  }

  /** The direction is that of the power on the same phase, or else of the current itself. */
  private static void assertPhase(Map<Measured, Double> quantities, int phase, double amps) {
    Measured current =
        List.of(Measured.CURRENT_L1, Measured.CURRENT_L2, Measured.CURRENT_L3).get(phase);
    Measured power = List.of(Measured.POWER_L1, Measured.POWER_L2, Measured.POWER_L3).get(phase);
    if (!quantities.containsKey(power)) {
      assertClose(quantities.get(current), amps);
      return;
    }
    assertClose(quantities.get(current), Math.abs(amps));
    assertThat(quantities.get(power) * amps).isPositive();
    assertClose(quantities.get(power), amps * 230);
  }

  private static void assertClose(Double found, double expected) {
    assertThat(found).isCloseTo(expected, Offset.offset(1e-3));
  }

  private static Map<Measured, Double> read(Transport.Modbus modbus, JsonNode dump) {
    RegisterSnapshot snapshot = new RegisterSnapshot();
    for (RegisterBlock block : RegisterBlock.covering(modbus)) {
      snapshot.put(block, words(block, dump));
    }
    Map<Measured, Double> quantities = new EnumMap<>(Measured.class);
    modbus
        .points()
        .forEach((measured, point) ->
            snapshot.quantity(point).ifPresent(it -> quantities.put(measured, it)));
    return quantities;
  }

  private static int[] words(RegisterBlock block, JsonNode dump) {
    Map<Integer, Integer> registers = new HashMap<>();
    for (JsonNode part : dump.has("blocks") ? dump.get("blocks") : List.of(dump)) {
      int start = part.get("start").intValue();
      for (JsonNode word : part.get("registers")) {
        registers.put(start++, Integer.decode(word.asString()));
      }
    }
    return IntStream.range(block.start(), block.start() + block.count())
        .map(it -> Objects.requireNonNull(registers.get(it), () -> "no register " + it))
        .toArray();
  }

  private static Path dumps() {
    return above("der-connectors/src/test/resources/dumps");
  }

  private static Path above(String wanted) {
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(wanted))) {
        return at.resolve(wanted);
      }
    }
    throw new IllegalStateException("No " + wanted + " above " + here);
  }
}
