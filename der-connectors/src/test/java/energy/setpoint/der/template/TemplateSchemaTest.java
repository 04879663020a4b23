package energy.setpoint.der.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schema beside the reader of templates. */
class TemplateSchemaTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              new JsonMapper()
                  .readTree(project("docs/reference/device-template.schema.json").toFile()));

  private static final String BATTERY =
      """
      description: A battery
      kind: battery
      transport: modbus
      period: 1s
      staleAfter: 10s
      points:
        power: { table: holding, address: 0, type: int16, unit: W, sign: generation }
        soc: { table: holding, address: 1, type: uint16, unit: "%" }
      control:
        before:
          - { table: holding, address: 40, type: uint16, value: 3, write: multiple }
        setpoint: { table: holding, address: 41, type: int16, scale: 10, unit: W, sign: generation }
        lowestW: -5000
        highestW: 5000
        whenContactIsLost: idles
        watchdog: 4s
        readBack: { toleranceW: 10, retries: 2 }
        heartbeat: { address: 42, every: 1s }
        after:
          - { table: coil, address: 1, type: bool, value: 1 }
        release:
          - { table: holding, address: 40, type: uint16, value: 0 }
      """;

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(project("config/devices"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedTemplateKeepsToTheSchema(Path template) throws IOException {
    assertThat(errors(Files.readString(template))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: battery -> kind: boiler",
        "transport: modbus -> transport: serial",
        "period: 1s -> period: soon",
        "description: A battery -> description: ' '",
        "staleAfter: 10s -> stale: 10s",
        "soc: -> charge:",
        "type: int16, unit: W -> type: int17, unit: W",
        "address: 0 -> address: 70000",
        "unit: \"%\" -> unit: percent",
        "sign: generation } -> sign: both }",
        "watchdog: 4s -> refresh: 4s",
        "whenContactIsLost: idles -> whenContactIsLost: explodes",
        "table: holding, address: 41 -> table: input, address: 41",
        "value: 3 -> value: three",
        "every: 1s -> often: 1s",
        "retries: 2 -> retries: 11",
        "points: -> modbus: { unit: 256 }\npoints:",
        "points: -> sunspec: { unit: 1 }\npoints:"
      })
  void schemaAndReaderRefuseTheSameMistakes(String change) {
    String[] sides = change.split(" -> ");
    String wrong = BATTERY.replaceFirst(sides[0], sides[1]);

    List<Error> errors = errors(wrong);

    assertThat(wrong).isNotEqualTo(BATTERY);
    assertThat(errors).isNotEmpty();
    assertThatThrownBy(() -> DeviceTemplates.parse("device.yaml", wrong))
        .isInstanceOf(TemplateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sunspec: { unit: 126, bridgedGap: 0 }\n", "control: {}\n"})
  void schemaAndReaderTakeWhatASunSpecTemplateMaySay(String settings) {
    String template =
        "description: x\nkind: inverter\ntransport: sunspec\nperiod: 1s\nstaleAfter: 9s\n"
            + settings;

    assertThat(errors(template)).isEmpty();
    assertThat(DeviceTemplates.parse("device.yaml", template).name()).isEqualTo("device");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "points: {}",
        "points: { limit: { topic: a, unit: W }, step: { topic: b } }",
        "points: { step: { topic: b, unit: W } }",
        "points: { limit: { topic: a, unit: W, sign: load } }",
        "points: { power: { topic: a, unit: W, sign: load } }"
      })
  void schemaAndReaderRefuseTheSameGridSignals(String points) {
    String wrong =
        "description: x\nkind: gridSignal\ntransport: mqtt\nperiod: 1s\nstaleAfter: 9s\n" + points;

    List<Error> errors = errors(wrong);

    assertThat(errors).isNotEmpty();
    assertThatThrownBy(() -> DeviceTemplates.parse("device.yaml", wrong))
        .isInstanceOf(TemplateException.class);
  }

  @Test
  void schemaAndReaderTakeWhatAnMqttTemplateMaySay() {
    String template =
        """
        description: x
        kind: inverter
        transport: mqtt
        period: 1s
        staleAfter: 9s
        points:
          power: %s
        setpoint:
          topic: "{base}/set"
          payload: "{value}"
          unit: W
          lowestW: 0
          highestW: 5000
          whenContactIsLost: keepsSetpoint
          refresh: 60s
          acknowledgement: { topic: "{base}/answer", payload: "{value}", within: 5s }
        """;
    String spoken =
        template.formatted(
            "{ topic: a, pointer: /p, qos: 1, unit: W, sign: load, values: { full: 5 }, timestamp: /t }");
    String announced = template.formatted("{ homeAssistant: a/config, sign: generation }");

    assertThat(errors(spoken)).isEmpty();
    assertThat(errors(announced)).isEmpty();
    assertThat(DeviceTemplates.parse("device.yaml", spoken).name()).isEqualTo("device");
    assertThat(DeviceTemplates.parse("device.yaml", announced).name()).isEqualTo("device");
  }

  @Test
  void schemaAndReaderTakeABatteryWithEveryKindOfWrite() {
    assertThat(errors(BATTERY)).isEmpty();
    assertThat(DeviceTemplates.parse("device.yaml", BATTERY).kind()).isEqualTo(DeviceKind.BATTERY);
  }

  private static List<Error> errors(String yaml) {
    return SCHEMA.validate(YAMLMapper.shared().readTree(yaml));
  }

  private static Path project(String path) {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, Objects::nonNull, Path::getParent)
        .map(it -> it.resolve(path))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }
}
