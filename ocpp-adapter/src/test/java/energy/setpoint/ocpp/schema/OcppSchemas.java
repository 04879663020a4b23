package energy.setpoint.ocpp.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The official schemas of one version, from the folder beside the project; never part of it. */
public final class OcppSchemas {

  private static final JsonMapper JSON = new JsonMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6);

  private static final Map<Path, OcppSchemas> LOADED = new ConcurrentHashMap<>();

  private final Path folder;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private OcppSchemas(Path folder) {
    this.folder = folder;
  }

  /**
   * Skips the test when the schemas are not there.
   *
   * @param version such as {@code 2.0.1}
   */
  public static OcppSchemas of(String version) {
    Optional<OcppSchemas> found = find(version);
    assumeTrue(found.isPresent(), "no OCPP schemas at ../shared/ocpp-schemas");
    return found.orElseThrow();
  }

  public static Optional<OcppSchemas> find(String version) {
    Path folder = root().resolve("../shared/ocpp-schemas").resolve(version).normalize();
    return Files.isDirectory(folder)
        ? Optional.of(LOADED.computeIfAbsent(folder, OcppSchemas::new))
        : Optional.empty();
  }

  /** The folder of the project: the outermost one with a POM. */
  public static Path root() {
    Path found = Path.of("").toAbsolutePath();
    for (Path up = found; up != null; up = up.getParent()) {
      if (Files.exists(up.resolve("pom.xml"))) {
        found = up;
      }
    }
    return found;
  }

  /** All actions of the version. */
  public List<String> actions() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .filter(name -> !name.endsWith("Response"))
          .map(name -> name.endsWith("Request") ? name.substring(0, name.length() - 7) : name)
          .sorted()
          .toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The schema of a request, as JSON. */
  public JsonNode request(String action) {
    return read(requestFile(action));
  }

  /** The schema of an answer, as JSON. */
  public JsonNode response(String action) {
    return read(folder.resolve(action + "Response.json"));
  }

  /** A call that we send or take in a test is one that the specification allows. */
  public void assertValidRequest(String action, JsonNode payload) {
    assertThat(errors(requestFile(action), payload)).as(action + " " + payload).isEmpty();
  }

  public void assertValidResponse(String action, JsonNode payload) {
    Path file = folder.resolve(action + "Response.json");
    assertThat(errors(file, payload)).as(action + " answered by " + payload).isEmpty();
  }

  public boolean hasResponse(String action) {
    return Files.exists(folder.resolve(action + "Response.json"));
  }

  public List<Error> requestErrors(String action, JsonNode payload) {
    return errors(requestFile(action), payload);
  }

  private Path requestFile(String action) {
    Path withSuffix = folder.resolve(action + "Request.json");
    return Files.exists(withSuffix) ? withSuffix : folder.resolve(action + ".json");
  }

  private List<Error> errors(Path file, JsonNode payload) {
    Schema schema =
        schemas.computeIfAbsent(file.toString(), name -> REGISTRY.getSchema(read(file)));
    return schema.validate(
        payload.toString(),
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static JsonNode read(Path file) {
    return JSON.readTree(file.toFile());
  }
}
