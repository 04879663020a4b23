package energy.setpoint.der.sunspec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.setpoint.der.sunspec.DeviceIdentity.Text;
import energy.setpoint.der.template.RegisterType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our tables beside the definitions of the SunSpec Alliance, which are no part of the project. */
class ModelLayoutTest {

  private static final JsonMapper JSON = new JsonMapper();

  static Stream<Integer> idsWithPoints() {
    return ModelLayout.all().stream()
        .filter(it -> !it.points().isEmpty())
        .flatMap(it -> it.ids().stream())
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("idsWithPoints")
  void everyPointStandsWhereTheDefinitionHasIt(int id) {
    Path definition = definition(id);
    assumeTrue(Files.exists(definition), "no SunSpec definition at " + definition);

    Map<String, Cell> cells = cells(JSON.readTree(definition.toFile()));

    assertThat(ModelLayout.find(id).orElseThrow().points().values())
        .isNotEmpty()
        .allSatisfy(point ->
            assertThat(cells.get(point.name()))
                .as(id + "." + point.name())
                .isEqualTo(new Cell(point.offset(), point.type(), point.scaleFactor().orElse(""))));
  }

  @Test
  void theTextsOfTheCommonModelStandWhereTheDefinitionHasThem() {
    assumeTrue(Files.exists(definition(1)), "no SunSpec definition at " + definition(1));

    Map<String, Text> texts = new HashMap<>();
    int offset = 0;
    for (JsonNode point : JSON.readTree(definition(1).toFile()).get("group").get("points")) {
      int size = point.get("size").intValue();
      texts.put(point.get("name").stringValue(), new Text(offset, size));
      offset += size;
    }

    assertThat(List.of(texts.get("Mn"), texts.get("Md"), texts.get("Vr"), texts.get("SN")))
        .containsExactly(
            DeviceIdentity.MAKER,
            DeviceIdentity.MODEL,
            DeviceIdentity.VERSION,
            DeviceIdentity.SERIAL_NUMBER);
  }

  private static Map<String, Cell> cells(JsonNode definition) {
    Map<String, Cell> cells = new HashMap<>();
    int offset = 0;
    for (JsonNode point : definition.get("group").get("points")) {
      String factor = point.path("sf").asString("");
      cells.put(
          point.get("name").stringValue(),
          new Cell(offset, type(point.get("type").stringValue()), factor));
      offset += point.get("size").intValue();
    }
    return cells;
  }

  /** Other types stand for themselves: a table that used one of them would not match. */
  private static RegisterType type(String name) {
    return switch (name) {
      case "int16", "sunssf" -> RegisterType.INT16;
      case "uint16", "enum16", "bitfield16" -> RegisterType.UINT16;
      case "int32" -> RegisterType.INT32;
      case "uint32", "bitfield32" -> RegisterType.UINT32;
      case "float32" -> RegisterType.FLOAT32;
      case "acc32" -> RegisterType.ACC32;
      default -> RegisterType.BOOL;
    };
  }

  private static Path definition(int id) {
    Path found = Path.of("").toAbsolutePath();
    for (Path up = found; up != null; up = up.getParent()) {
      found = Files.exists(up.resolve("pom.xml")) ? up : found;
    }
    return found.resolve("../shared/sunspec/model_" + id + ".json").normalize();
  }

  private record Cell(int offset, RegisterType type, String scaleFactor) {}
}
