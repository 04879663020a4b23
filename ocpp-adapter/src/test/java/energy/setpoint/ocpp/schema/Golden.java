package energy.setpoint.ocpp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.OutboundCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

  /** The name of an intent as a file's. */
  public static String fileName(String intent) {
    return intent.replaceAll("[^A-Za-z0-9-]+", "-");
  }

  /** What becomes of one intent on two stations. */
  public static JsonNode both(Encoding onAc, Encoding onDc) {
    ObjectNode both = JSON.createObjectNode();
    both.set("AC", document(onAc));
    both.set("DC", document(onDc));
    return both;
  }

  private static ObjectNode document(Encoding encoding) {
    ObjectNode document = JSON.createObjectNode();
    switch (encoding) {
      case Encoding.Exact exact -> put(document, exact.calls());
      case Encoding.Degraded degraded -> {
        put(document, degraded.calls());
        degraded.losses().forEach(document.putArray("lost")::add);
      }
      case Encoding.Inexpressible none -> document.put("impossible", none.reason());
    }
    return document;
  }

  private static void put(ObjectNode document, List<OutboundCall> calls) {
    calls.forEach(call -> document.set(call.action(), call.payload()));
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
