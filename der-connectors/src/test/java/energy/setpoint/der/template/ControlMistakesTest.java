package energy.setpoint.der.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlMistakesTest {

  private static final String BATTERY =
      """
      description: A battery
      kind: battery
      transport: modbus
      period: 5s
      staleAfter: 20s
      points:
        power: { table: input, address: 0, type: int16, unit: W, sign: load }
        soc: { table: input, address: 1, type: uint16, unit: "%" }
      control:
        before:
          - { table: coil, address: 7, type: bool, value: 1 }
        setpoint: { table: holding, address: 40, type: int16, unit: W, sign: load }
        lowestW: -5000
        highestW: 5000
        whenContactIsLost: idles
        watchdog: 60s
        readBack: { toleranceW: 50 }
      """;

  @Test
  void refreshesAtHalfTheWatchdogUnlessTheTemplateSaysSooner() {
    DeviceTemplate battery = DeviceTemplates.parse("battery.yaml", BATTERY);

    RegisterControl control = ((Transport.Modbus) battery.transport()).control().orElseThrow();

    assertThat(control.refresh()).isEqualTo(Duration.ofSeconds(30));
    assertThat(control.readBack().orElseThrow().point()).isEqualTo(control.setpoint());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: bool, value: 1 | type: bool, value: 2 | control.before[0].value is 2; expected the bits of one bool.",
        "table: coil | table: input | control.before[0].table is 'input'; expected one of coil, holding.",
        "table: holding | table: input | control.setpoint.table is 'input'; expected holding, which can be written.",
        "highestW: 5000 | highestW: 40000 | control.setpoint.type is 'int16'; expected a type that can hold 40000.0 W.",
        "lowestW: -5000 | lowestW: 10 | control.lowestW is 10; expected a power of at most 0 W.",
        "watchdog: 60s | refresh: 30s | control.watchdog is missing; expected a duration from 2s to 24h, such as 5s.",
        "watchdog: 60s | shortestInterval: 5min, | control.shortestInterval is '5min,'; expected a duration from 0s to 24h, such as 5s.",
        "toleranceW: 50 | tolerance: 50 | control.readBack.toleranceW is missing; expected a power of at least 0 W.",
        "kind: battery | kind: meter | control is an unknown key; expected one of description, kind, period, staleAfter, transport, modbus, points, details."
      })
  void saysWhatIsWrongAndWhatWasExpected(String right, String wrong, String message) {
    TemplateException refusal =
        catchThrowableOfType(
            TemplateException.class,
            () -> DeviceTemplates.parse("device.yaml", BATTERY.replace(right, wrong)));

    assertThat(refusal.getMessage().lines()).contains("device.yaml: " + message);
  }
}
