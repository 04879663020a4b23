package energy.setpoint.der.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class TemplateMistakesTest {

  private static final String METER =
      """
      description: A meter
      kind: meter
      transport: modbus
      period: 1s
      staleAfter: 5s
      modbus:
        unit: 1
      points:
        power: { table: input, address: 0, type: int32, unit: W, sign: load }
        currentL1: { table: input, address: 2, type: uint16, scale: 0.01, unit: A, sign: load }
        currentL2: { table: input, address: 3, type: uint16, unit: A, sign: load }
        currentL3: { table: input, address: 4, type: uint16, unit: A, sign: load }
      """;

  private static final String BATTERY =
      """
      description: A battery
      kind: battery
      transport: mqtt
      period: 5s
      staleAfter: 20s
      points:
        power: { topic: "{base}/state", pointer: /power, unit: kW, sign: generation }
        soc: { topic: "{base}/state", pointer: /soc, unit: "%" }
      setpoint:
        topic: "{base}/set"
        payload: '{"power": {value}}'
        unit: W
        sign: load
        lowestW: -5000
        highestW: 5000
        whenContactIsLost: idles
        watchdog: 60s
        refresh: 30s
      """;

  @SuppressWarnings("unused") // by name, as the source of the parameters
  static final List<Arguments> MISTAKES =
      List.of(
          mistake(
              METER,
              "kind: meter",
              "kind: metre",
              "kind is 'metre'; expected one of inverter, meter, battery, gridSignal."),
          mistake(METER, "description: A meter\n", "", "description is missing; expected a text."),
          mistake(
              METER,
              "transport: modbus",
              "transport: serial",
              "transport is 'serial'; expected one of modbus, sunspec, mqtt."),
          mistake(
              METER,
              "period: 1s",
              "period: 1",
              "period is 1; expected a duration from 100ms to 24h, such as 5s."),
          mistake(
              METER,
              "period: 1s",
              "period: 2 days",
              "period is '2 days'; expected a duration from 100ms to 24h, such as 5s."),
          mistake(
              METER,
              "staleAfter: 5s",
              "staleAfter: 1s",
              "staleAfter is '1s'; expected more than the period of 1s."),
          mistake(
              METER,
              "  unit: 1",
              "  unit: 300",
              "modbus.unit is 300; expected a whole number from 0 to 255."),
          mistake(
              METER,
              "  unit: 1",
              "  unit: 1\n  retries: 3",
              "modbus.retries is an unknown key; expected one of unit, timeout, registersPerRead, bridgedGap, pauseBetweenRequests, addressBase."),
          mistake(
              METER,
              "type: int32",
              "type: int23",
              "points.power.type is 'int23'; expected one of bool, int8, uint8, int16, uint16, int32, uint32, int64, uint64, float32, float64, acc32, acc64, bcd16, bcd32."),
          mistake(
              METER,
              "table: input, address: 0",
              "table: coils, address: 0",
              "points.power.table is 'coils'; expected one of coil, discrete, holding, input."),
          mistake(
              METER,
              "address: 4",
              "address: 400000",
              "points.currentL3.address is 400000; expected a whole number from 0 to 65535."),
          mistake(
              METER,
              "address: 0, ",
              "address: 65535, ",
              "points.power.address is 65535; expected room for the 2 registers of int32."),
          mistake(
              METER,
              "address: 4, ",
              "address: 4, wordOrder: lowFirst, ",
              "points.currentL3.wordOrder is given; expected no word order for the single register of uint16."),
          mistake(
              METER,
              "scale: 0.01",
              "scale: -1",
              "points.currentL1.scale is -1; expected a number above 0 (the direction is told by sign)."),
          mistake(
              METER,
              "scale: 0.01",
              "scale: much",
              "points.currentL1.scale is 'much'; expected a number above 0 (the direction is told by sign)."),
          mistake(
              METER,
              "period: 1s",
              "period: [",
              " is not readable in line 6: while parsing a flow sequence; expected a device template in YAML."),
          mistake(METER, "unit: W", "unit: A", "points.power.unit is 'A'; expected one of W, kW."),
          mistake(
              METER,
              ", sign: load }\n  currentL1",
              " }\n  currentL1",
              "points.power.sign is missing; expected one of load, generation."),
          mistake(
              METER,
              "address: 3, type: uint16",
              "address: 3, type: uint16, notAvailable: 0x10000",
              "points.currentL2.notAvailable is '0x10000'; expected the bits of one uint16, such as 0x8000."),
          mistake(
              METER,
              "  currentL2:",
              "  curentL2:",
              "points.currentL2 is missing; expected a mapping of keys to values."),
          mistake(
              METER,
              "  currentL1:",
              "  powerL1: { table: input, address: 9, type: int16, unit: W, sign: load }\n  currentL1:",
              "points.powerL3 is missing; expected a mapping of keys to values."),
          mistake(
              METER,
              "kind: meter\n",
              "kind: meter\nkind: meter\n",
              " is not readable in line 3: Duplicate Object property \"kind\"; expected a device template in YAML."),
          mistake(
              METER,
              METER,
              "- a\n- list\n",
              " is not a mapping; expected a device template in YAML."),
          mistake(METER, METER, "", " is empty; expected a device template in YAML."),
          mistake(
              BATTERY,
              "pointer: /power",
              "pointer: power",
              "points.power.pointer is 'power'; expected a JSON pointer, such as /battery/power."),
          mistake(
              BATTERY,
              "soc: { topic: \"{base}/state\"",
              "soc: { topic: \"{base}/#\"",
              "points.soc.topic is '{base}/#'; expected a topic without wildcards, such as {base}/state."),
          mistake(
              BATTERY,
              "unit: \"%\"",
              "unit: \"%\", sign: load",
              "points.soc.sign is an unknown key; expected one of homeAssistant, topic, pointer, qos, scale, unit, values, timestamp."),
          mistake(
              BATTERY,
              "{value}",
              "{power}",
              "setpoint.payload is '{\"power\": {power}}'; expected a text that contains {value}."),
          mistake(
              BATTERY,
              "lowestW: -5000",
              "lowestW: 5000",
              "setpoint.lowestW is 5000; expected a power of at most 0 W."),
          mistake(
              BATTERY,
              "  highestW: 5000\n",
              "",
              "setpoint.highestW is missing; expected a power of at least 0 W."),
          mistake(
              BATTERY,
              "refresh: 30s",
              "refresh: 45s",
              "setpoint.refresh is '45s'; expected a duration from 1s to 30s, such as 5s."),
          mistake(
              BATTERY,
              "  watchdog: 60s\n",
              "",
              "setpoint.watchdog is missing; expected a duration from 2s to 24h, such as 5s."),
          mistake(
              BATTERY,
              "idles",
              "explodes",
              "setpoint.whenContactIsLost is 'explodes'; expected one of idles, keepsSetpoint."),
          mistake(
              BATTERY,
              "kind: battery",
              "kind: inverter",
              "setpoint.lowestW is -5000; expected a power of at least 0 W."),
          mistake(
              BATTERY,
              "refresh: 30s",
              "acknowledgement: { topic: \"{base}/echo\", within: 40s }",
              "setpoint.acknowledgement.within is '40s'; expected a duration from 100ms to 30s, such as 5s."),
          mistake(
              BATTERY,
              "refresh: 30s",
              "acknowledgement: { topic: \"{base}/echo\" }",
              "setpoint.acknowledgement.toleranceW is missing; expected a power of at least 0 W."),
          mistake(
              BATTERY,
              "refresh: 30s",
              "acknowledgement: { topic: \"{base}/echo\", payload: ok, toleranceW: 3 }",
              "setpoint.acknowledgement.toleranceW is an unknown key; expected one of topic, qos, within, retries, payload."));

  private static Arguments mistake(String yaml, String right, String wrong, String message) {
    assertThat(yaml).contains(right);
    return Arguments.of(yaml.replace(right, wrong), message);
  }

  @ParameterizedTest(name = "{1}")
  @FieldSource("MISTAKES")
  void saysWhatIsWrongAndWhatWasExpected(String yaml, String message) {
    TemplateException refusal = refusalOf(yaml);

    String start = message.startsWith(" ") ? "device.yaml" : "device.yaml: ";
    assertThat(refusal.getMessage().lines()).contains(start + message);
  }

  @Test
  void findsAllMistakesInOnePass() {
    String yaml =
        METER
            .replace("int32", "int23")
            .replace("staleAfter: 5s", "staleAfter: 1s")
            .replace("unit: 1", "unit: 256");

    TemplateException refusal = refusalOf(yaml);

    assertThat(refusal.problems())
        .extracting(TemplateProblem::key)
        .containsExactly("staleAfter", "modbus.unit", "points.power.type");
  }

  @Test
  void tellsNothingTwiceAboutAMissingPoint() {
    String yaml = METER.replace("  currentL3:", "  other:");

    TemplateException refusal = refusalOf(yaml);

    assertThat(refusal.problems())
        .extracting(TemplateProblem::key)
        .containsExactly("points.currentL3", "points.other");
  }

  @Test
  void takesTheTemplatesThatTheMistakesWereMadeIn() {
    DeviceTemplate meter = DeviceTemplates.parse("my-meter.yaml", METER);
    DeviceTemplate battery = DeviceTemplates.parse("my-battery.yaml", BATTERY);

    assertThat(meter.name()).isEqualTo("my-meter");
    assertThat(meter.transport().measured()).hasSize(4);
    assertThat(battery.kind()).isEqualTo(DeviceKind.BATTERY);
    assertThat(((Transport.Mqtt) battery.transport()).setpoint()).isPresent();
  }

  private static TemplateException refusalOf(String yaml) {
    TemplateException refusal =
        catchThrowableOfType(
            TemplateException.class, () -> DeviceTemplates.parse("device.yaml", yaml));
    assertThat(refusal).as("the mistake is found").isNotNull();
    return refusal;
  }
}
