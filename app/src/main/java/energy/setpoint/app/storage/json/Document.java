package energy.setpoint.app.storage.json;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What all stored documents share: a version, and how texts and times are written. */
final class Document {

  static final String VERSION = "v";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** After an even number of backslashes: after an odd one it is the text of a backslash. */
  private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private Document() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode ofVersion(int version) {
    return object().put(VERSION, version);
  }

  static <T> ArrayNode array(List<T> items, Function<T, JsonNode> item) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(each -> array.add(item.apply(each)));
    return array;
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
    return array.values().stream().map(item).toList();
  }

  static Instant instant(JsonNode node) {
    return Instant.parse(node.stringValue());
  }

  /** PostgreSQL refuses the character NUL in a JSONB, also when it is escaped. */
  static String text(ObjectNode document) {
    return ESCAPED_NUL.matcher(JSON.writeValueAsString(document)).replaceAll("$1\uFFFD");
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException when it is not JSON, of another version, or lacks a field
   */
  static <T> T read(String what, int version, String text, Function<JsonNode, T> reader) {
    try {
      JsonNode document = JSON.readTree(text);
      int found = document.required(VERSION).intValue();
      if (found != version) {
        throw new IllegalArgumentException(
            "A stored %s has version %d, but this engine reads version %d. Maybe a newer engine wrote it."
                .formatted(what, found, version));
      }
      return reader.apply(document);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "A stored %s cannot be read: %s".formatted(what, e.getMessage()), e);
    }
  }
}
