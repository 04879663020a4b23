package energy.setpoint.ocpp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages kept as files and reviewed as differences. {@code -Dgolden.write=true} writes them, else
 * they are compared.
 */
public final class Golden {

  private static final Path FOLDER =
      OcppSchemas.root().resolve("ocpp-adapter/src/test/resources/golden");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Golden() {}

  /**
   * @param name such as {@code 1.6/SetChargingProfile-lease}
   */
  public static void assertSame(String name, JsonNode message) {
    Path file = FOLDER.resolve(name + ".json");
    String text = JSON.writeValueAsString(message) + "\n";
    if (Boolean.getBoolean("golden.write")) {
      write(file, text);
    }

    assertThat(file).content().isEqualTo(text);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
