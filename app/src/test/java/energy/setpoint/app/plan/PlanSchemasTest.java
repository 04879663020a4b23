package energy.setpoint.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import energy.setpoint.optimizer.Optimizers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PlanSchemasTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @EnumSource(PlanSchemas.class)
  void isPublishedAsTheRecordsSay(PlanSchemas schema) throws Exception {
    Path published = Documents.home("docs/reference/" + schema.slug() + ".schema.json");
    // Run with this property after a change of the records, and review the difference.
    if (Boolean.getBoolean("setpoint.publish")) {
      Files.writeString(published, schema.text());
    }

    assertThat(Documents.text(published)).isEqualTo(schema.text());
  }

  static List<Path> samples() {
    return Documents.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void acceptsASampleAndItsPlan(Path file) {
    String problem = Documents.text(file);

    var read = PlanFiles.read(problem);
    var plan = Optimizers.deadlineFirst().plan(read, Duration.ofSeconds(5));

    assertThat(errors(PlanSchemas.PROBLEM, problem)).isEmpty();
    assertThat(errors(PlanSchemas.RESULT, PlanFiles.write(read, plan))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"what\": 1",
        "\"stepMinutes\": 7.5",
        "\"voltageV\": \"high\"",
        "\"boundaries\": [1, 2]",
        "\"vehicles\": [{\"maxChargeW\": 1}]",
        "\"vehicles\": [{\"targetWh\": 1, \"maxChargeW\": 1, \"phases\": [\"L4\"]}]",
        "\"solar\": [{\"powerW\": 4000}]",
        "\"peakPrices\": [{\"perKw\": -1}]",
        "\"inForce\": {\"vehicles\": [{\"powerW\": 1}]}",
        "\"solar\": [{\"powerW\": 0, \"quantiles\": [{\"share\": 10, \"powerW\": 0}]}]",
        "\"uncertainty\": {\"byQuantile\": {\"solar\": 0.1}}",
        "\"uncertainty\": {\"scenarios\": [{\"name\": \"sun\"}]}",
        "\"uncertainty\": {\"scenarios\": [{\"probability\": 1, \"absent\": [7]}]}"
      })
  void refusesWhatTheReaderRefuses(String member) {
    String problem = Documents.smallestWith(member);

    assertThat(Mistakes.of(problem)).isNotEmpty();
    assertThat(errors(PlanSchemas.PROBLEM, problem)).isNotEmpty();
  }

  /** A schema that is stricter than the reader would be a lie, and so would one that is laxer. */
  @Test
  void drawsTheSameLinesAsTheReader() {
    JsonNode schema = JSON.readTree(PlanSchemas.PROBLEM.text());
    ObjectNode whole =
        (ObjectNode)
            JSON.readTree(Documents.text(Documents.home("config/plans/v2g-with-wear.json")));
    List<String> apart = new ArrayList<>();

    for (String definition : List.of("VehicleRequest", "BatteryRequest")) {
      String list = definition.equals("VehicleRequest") ? "vehicles" : "batteries";
      JsonNode properties = schema.at("/$defs/" + definition + "/properties");
      for (var property : properties.properties()) {
        for (double value : outside(property.getValue())) {
          ObjectNode problem = whole.deepCopy();
          ((ObjectNode) ((ArrayNode) problem.get(list)).get(0)).put(property.getKey(), value);
          boolean read = Mistakes.of(problem.toString()).isEmpty();
          boolean valid = errors(PlanSchemas.PROBLEM, problem.toString()).isEmpty();
          if (read || valid) {
            apart.add(list + "." + property.getKey() + " = " + value);
          }
        }
      }
    }

    assertThat(apart).isEmpty();
  }

  private static List<Double> outside(JsonNode property) {
    List<Double> values = new ArrayList<>();
    if (property.has("minimum")) {
      values.add(property.get("minimum").doubleValue() - 1);
    }
    if (property.has("exclusiveMinimum")) {
      values.add(property.get("exclusiveMinimum").doubleValue());
    }
    if (property.has("maximum")) {
      values.add(property.get("maximum").doubleValue() + 1);
    }
    return values;
  }

  @Test
  void describesEveryKey() {
    JsonNode schema = JSON.readTree(PlanSchemas.PROBLEM.text());

    assertThat(schema.at("/properties").properties())
        .allSatisfy(key -> assertThat(key.getValue().has("description")).as(key.getKey()).isTrue());
    assertThat(schema.at("/$defs").propertyNames())
        .contains(
            "BatteryRequest",
            "CarbonRequest",
            "CircuitRequest",
            "EventRequest",
            "FlexibleLoadRequest",
            "PeakPriceRequest",
            "PlanDocument",
            "QuantileRequest",
            "ScenarioRequest",
            "TaperPoint",
            "UncertaintyRequest",
            "VehicleRequest");
  }

  private static List<Error> errors(PlanSchemas schema, String document) {
    Schema validator =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema.text());
    return validator.validate(
        document,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
