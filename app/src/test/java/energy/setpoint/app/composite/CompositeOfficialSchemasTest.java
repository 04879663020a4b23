package energy.setpoint.app.composite;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import energy.setpoint.app.composite.CaseFile.Case;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be pasted into a case, and what is answered, are real messages. */
class CompositeOfficialSchemasTest {

  private static final Path FOLDER =
      project("").toAbsolutePath().resolveSibling("shared/ocpp-schemas");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6);
  private static final ConcurrentMap<Path, Schema> SCHEMAS = new ConcurrentHashMap<>();

  @BeforeAll
  static void findTheSchemas() {
    assumeTrue(Files.isDirectory(FOLDER), "the OCPP schemas are not beside the project: " + FOLDER);
  }

  static List<Case> answered() {
    return CaseFile.all().stream().filter(known -> !known.expected().has("refuses")).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answered")
  void takesAndGivesRealMessages(Case known) {
    CompositeCase question = CompositeFiles.read(known.document());

    String answer = CompositeFiles.write(question.dialect(), question.answer());

    Path version = FOLDER.resolve(known.version());
    Path request = version.resolve("SetChargingProfileRequest.json");
    Path profile = Files.exists(request) ? request : version.resolve("SetChargingProfile.json");
    for (JsonNode message : known.given().path("profiles")) {
      assertValid(profile, message.toString());
    }
    for (JsonNode limit : known.given().path("chargingLimits")) {
      Path file = version.resolve("NotifyChargingLimitRequest.json");
      assertValid(file, limit.path("message").toString());
    }
    assertValid(version.resolve("GetCompositeScheduleResponse.json"), answer);
  }

  private static void assertValid(Path file, String message) {
    Schema schema =
        SCHEMAS.computeIfAbsent(
            file, path -> REGISTRY.getSchema(JsonMapper.shared().readTree(path.toFile())));

    assertThat(schema.validate(message, InputFormat.JSON))
        .as("%s against %s", message, FOLDER.relativize(file))
        .isEmpty();
  }
}
