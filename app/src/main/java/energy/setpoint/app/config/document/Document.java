package energy.setpoint.app.config.document;

import energy.setpoint.app.config.document.Node.Mapping;
import energy.setpoint.app.config.document.Node.Scalar;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A YAML or JSON file whose outermost level has keys. */
public final class Document {

  private static final long MOST_BYTES = 10_000_000;

  private Document() {}

  /**
   * The keys of a text.
   *
   * @param file the name that messages show
   * @param problems is told when the text cannot be read; nothing is returned then
   */
  public static Optional<Section> parse(String file, String text, Problems problems) {
    return YamlText.parse(file, text, problems)
        .flatMap(node -> {
          if (node instanceof Mapping mapping) {
            return Optional.of(Section.root(file, mapping, problems));
          }
          boolean empty = node instanceof Scalar scalar && scalar.isBlank();
          problems.add(
              file,
              empty ? 0 : node.line(),
              empty
                  ? "the file is empty, expected keys such as \"id: my-site\"."
                  : "the file is " + node.shown() + ", expected keys such as \"id: my-site\".");
          return Optional.empty();
        });
  }

  /** The text of a file, or nothing and a problem that says why. */
  public static Optional<String> text(Path file, Problems problems) {
    String name = nameOf(file);
    try {
      if (Files.isDirectory(file)) {
        problems.add(name, 0, "this is a folder, expected a file: " + file);
      } else if (!Files.exists(file)) {
        problems.add(name, 0, "there is no such file: " + file.toAbsolutePath().normalize());
      } else if (Files.size(file) > MOST_BYTES) {
        problems.add(name, 0, "the file has more than " + MOST_BYTES / 1_000_000 + " MB.");
      } else {
        String text = Files.readString(file);
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
      }
    } catch (MalformedInputException notUtf8) {
      problems.add(name, 0, "the file is not UTF-8 text. Maybe it is of another kind?");
    } catch (IOException unreadable) {
      problems.add(name, 0, "the file cannot be read: " + unreadable.getMessage());
    }
    return Optional.empty();
  }

  /** The last part of a path. */
  public static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }
}
