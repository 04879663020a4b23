package energy.setpoint.simulation.station;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import energy.setpoint.simulation.station.line.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The official schemas of one version, where they lie beside the project. */
final class SchemaCheck {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6);

  private final Path folder;
  private final Map<Path, Schema> schemas = new HashMap<>();

  private SchemaCheck(Path folder) {
    this.folder = folder;
  }

  /**
   * Empty when the schemas are not there.
   *
   * @param subprotocol such as {@code ocpp2.0.1}
   */
  static Optional<SchemaCheck> of(String subprotocol) {
    Path folder = root().resolveSibling("shared/ocpp-schemas").resolve(subprotocol.substring(4));
    return Files.isDirectory(folder) ? Optional.of(new SchemaCheck(folder)) : Optional.empty();
  }

  List<String> request(String action, JsonNode payload) {
    Path named = folder.resolve(action + "Request.json");
    return errors(Files.exists(named) ? named : folder.resolve(action + ".json"), payload);
  }

  List<String> response(String action, JsonNode payload) {
    return errors(folder.resolve(action + "Response.json"), payload);
  }

  private List<String> errors(Path file, JsonNode payload) {
    Schema schema =
        schemas.computeIfAbsent(file, f -> REGISTRY.getSchema(Json.MAPPER.readTree(f.toFile())));
    return schema
        .validate(
            payload.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> file.getFileName() + ": " + error + " in " + payload)
        .toList();
  }

  private static Path root() {
    Path found = Path.of("").toAbsolutePath();
    for (Path up = found; up != null; up = up.getParent()) {
      if (Files.exists(up.resolve("pom.xml"))) {
        found = up;
      }
    }
    return found;
  }
}
