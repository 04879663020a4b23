package energy.setpoint.der.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailMistakesTest {

  private static final String BATTERY =
      """
      description: A battery
      kind: battery
      transport: modbus
      period: 5s
      staleAfter: 20s
      points:
        power: { table: input, address: 0, type: int16, unit: W, sign: load }
        soc: { table: input, address: 1, type: uint16, unit: "%", every: 6 }
      details:
        serialNumber: { table: holding, address: 100, type: string, registers: 16 }
        state: { table: input, address: 7, type: uint16, words: { 1: off, 0x04: running } }
        energyCharged: { table: input, address: 20, type: acc32, unit: kWh, staleAfter: 1h }
      """;

  @Test
  void readsWhatADeviceTellsOfItselfSeldomAndBelievesItLonger() {
    DeviceTemplate battery = DeviceTemplates.parse("battery.yaml", BATTERY);

    var modbus = (Transport.Modbus) battery.transport();

    assertThat(modbus.findPolling(Measured.POWER)).contains(new Polling(1, Duration.ofSeconds(20)));
    assertThat(modbus.findPolling(Measured.SOC)).contains(new Polling(6, Duration.ofSeconds(45)));
    assertThat(modbus.details())
        .extracting(DeviceDetail::name, it -> it.polling().every(), it -> it.form().registers())
        .containsExactly(
            tuple("serialNumber", 60, 16), tuple("state", 60, 1), tuple("energyCharged", 60, 2));
    assertThat(modbus.details().getLast().polling().staleAfter()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serialNumber: | serial-number: | details.serial-number is no usable name; expected a small letter, then up to 39 letters and digits.",
        "registers: 16 | registers: 126 | details.serialNumber.registers is 126; expected a whole number from 1 to 125.",
        "address: 100, type | address: 65530, type | details.serialNumber.address is 65535; expected room for the 16 registers of string.",
        "words: { 1: off, 0x04: running } | words: {} | details.state.words is {}; expected a mapping of values to words.",
        "0x04: running | many: running | details.state.words is 'many'; expected numbers of one uint16 as keys.",
        "every: 6 | every: 0 | points.soc.every is 0; expected a whole number from 1 to 100000.",
        "sign: load | sign: load, every: 2 | points.power.every is 2; expected 1, since a fuse needs this value with every read.",
        "staleAfter: 1h | staleAfter: 5min | details.energyCharged.staleAfter is '300s'; expected more than the 300s between two reads.",
        "unit: kWh | size: kWh | details.energyCharged.size is an unknown key; expected one of words, scale, unit, table, type, wordOrder, byteOrder, mask, address, offset, scaleRegister, notAvailable, every, staleAfter."
      })
  void saysWhatIsWrongAndWhatWasExpected(String right, String wrong, String message) {
    TemplateException refusal =
        catchThrowableOfType(
            TemplateException.class,
            () ->
                DeviceTemplates.parse(
                    "device.yaml", BATTERY.replaceFirst(Pattern.quote(right), wrong)));

    assertThat(refusal.getMessage().lines()).contains("device.yaml: " + message);
  }
}
