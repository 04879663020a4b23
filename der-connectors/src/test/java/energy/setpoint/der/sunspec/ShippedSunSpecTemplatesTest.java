package energy.setpoint.der.sunspec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.DeviceTemplates;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Reads each shipped SunSpec template out of the registers of a device of its kind. */
class ShippedSunSpecTemplatesTest {

  private static final Map<Measured, Double> EXPORTING =
      Map.of(
          Measured.POWER, -2_530.0,
          Measured.CURRENT_L1, -5.0,
          Measured.CURRENT_L2, 4.0,
          Measured.CURRENT_L3, -10.0);

  static final List<Arguments> DEVICES =
      List.of(
          arguments("sunspec-inverter", SunSpecDevices.inverter(), produces(4_200), true),
          arguments("fronius-inverter", SunSpecDevices.floatInverter(), produces(3_500.5), false),
          arguments("solaredge-inverter", SunSpecDevices.inverter(), produces(4_200), false),
          arguments("sma-sunspec-inverter", SunSpecDevices.inverter(), produces(4_200), true),
          arguments("sunspec-meter", SunSpecDevices.meter(), EXPORTING, false),
          arguments("fronius-smart-meter", SunSpecDevices.meter(), EXPORTING, false),
          arguments("solaredge-meter", SunSpecDevices.meter(), turned(EXPORTING), false),
          arguments(
              "sunspec-battery",
              SunSpecDevices.battery(),
              Map.of(Measured.POWER, 1_500.0, Measured.SOC, 0.64),
              true));

  @ParameterizedTest
  @FieldSource("DEVICES")
  void readsItsDeviceWithTheRightSignsAndCommandsIt(
      String name, SunSpecImage device, Map<Measured, Double> expected, boolean commanded)
      throws IOException {
    DeviceTemplate template = DeviceTemplates.read(folder().resolve(name + ".yaml"));
    var found = (Discovery.Found) ModelSearch.in(device, 125);

    var bound =
        (Binding.Bound)
            Binding.of(found, template.kind(), (Transport.SunSpec) template.transport());

    Map<Measured, Double> quantities = new EnumMap<>(Measured.class);
    bound
        .registers()
        .points()
        .forEach((measured, point) ->
            device.quantity(point).ifPresent(it -> quantities.put(measured, it)));
    assertThat(quantities).containsAllEntriesOf(expected);
    assertThat(bound.registers().control().isPresent()).isEqualTo(commanded);
  }

  private static Map<Measured, Double> produces(double watts) {
    return Map.of(Measured.POWER, -watts);
  }

  private static Map<Measured, Double> turned(Map<Measured, Double> quantities) {
    Map<Measured, Double> turned = new EnumMap<>(Measured.class);
    quantities.forEach((measured, value) -> turned.put(measured, -value));
    return turned;
  }

  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, it -> it != null, Path::getParent)
        .map(it -> it.resolve("config/devices"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow();
  }
}
