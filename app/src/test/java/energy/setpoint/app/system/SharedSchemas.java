package energy.setpoint.app.system;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The official OCPP schemas in the folder beside the project. */
final class SharedSchemas {

  static final Path FOLDER = project("").toAbsolutePath().resolveSibling("shared/ocpp-schemas");
  private static final JsonMapper JSON = new JsonMapper();

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6);
  private final Map<Path, Schema> schemas = new HashMap<>();

  static boolean present() {
    return Files.isDirectory(FOLDER);
  }

  void assertValid(WireFrames.Exchange exchange) {
    Path version = FOLDER.resolve(exchange.protocol().substring("ocpp".length()));
    Path plain = version.resolve(exchange.action() + ".json");
    Path request = version.resolve(exchange.action() + "Request.json");
    assertValid(Files.exists(request) ? request : plain, exchange.request());
    assertValid(version.resolve(exchange.action() + "Response.json"), exchange.response());
  }

  private void assertValid(Path file, JsonNode payload) {
    Schema schema =
        schemas.computeIfAbsent(file, path -> registry.getSchema(JSON.readTree(path.toFile())));
    List<Error> errors =
        schema.validate(
            payload.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    assertThat(errors).as("%s against %s", payload, FOLDER.relativize(file)).isEmpty();
  }
}
