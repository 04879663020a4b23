package energy.setpoint.app.composite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The cases in {@code src/test/resources/composite}, each with what it cites. */
final class CaseFile {

  private CaseFile() {}

  /**
   * A case.
   *
   * @param given what the command reads
   * @param expected the case as it stands in the file
   */
  record Case(JsonNode given, JsonNode expected) {

    List<String> texts(String key) {
      return expected.path(key).valueStream().map(JsonNode::asString).toList();
    }

    String version() {
      return given.path("version").asString();
    }

    String cites() {
      return expected.path("cites").asString("");
    }

    String document() {
      return given.toString();
    }

    @Override
    public String toString() {
      return "%s: %s (%s)".formatted(version(), expected.path("name").asString(), cites());
    }
  }

  static List<Case> all() {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/composite"))) {
      return files.sorted().flatMap(CaseFile::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Case> read(Path file) {
    JsonNode document = new YAMLMapper().readTree(file.toFile());
    return document
        .path("cases")
        .valueStream()
        .map(found -> new Case(laid(found.path("given"), document.path("given")), found));
  }

  /** Objects are laid over each other key by key; all other values replace what is below. */
  private static JsonNode laid(JsonNode above, JsonNode below) {
    if (!(below instanceof ObjectNode lower) || !(above instanceof ObjectNode)) {
      return above.isMissingNode() ? below : above;
    }
    ObjectNode both = JsonMapper.shared().createObjectNode();
    both.setAll(lower);
    above
        .properties()
        .forEach(
            field -> both.set(field.getKey(), laid(field.getValue(), below.path(field.getKey()))));
    return both;
  }
}
