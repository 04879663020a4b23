package energy.setpoint.app.cli;

import energy.setpoint.app.plan.json.InvalidDocument;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Reads documents that somebody names on the command line. */
final class InputText {

  private InputText() {}

  /**
   * Reads a document; mistakes are told with the name of the file, for there may be two.
   *
   * @param what it should be, for messages
   * @param file {@code -} for standard input
   * @throws IllegalArgumentException when it cannot be used
   */
  static <T> T read(String what, Path file, Function<String, T> reader) throws IOException {
    String text = text(what, file);
    try {
      return reader.apply(text);
    } catch (InvalidDocument invalid) {
      throw new IllegalArgumentException(
          "The %s %s cannot be used:%n%s".formatted(what, file, invalid.getMessage()), invalid);
    }
  }

  static boolean isStandardInput(Path file) {
    return file.toString().equals("-");
  }

  private static String text(String what, Path file) throws IOException {
    if (isStandardInput(file)) {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (!Files.exists(file)) {
      throw unreadable(what, file, "there is no such file");
    }
    if (Files.isDirectory(file)) {
      throw unreadable(what, file, "it is a folder");
    }
    try {
      return Files.readString(file);
    } catch (AccessDeniedException e) {
      throw unreadable(what, file, "you may not read it");
    } catch (CharacterCodingException e) {
      throw unreadable(what, file, "it is no text in UTF-8");
    }
  }

  private static IllegalArgumentException unreadable(String what, Path file, String reason) {
    return new IllegalArgumentException(
        "The %s file %s cannot be read: %s.".formatted(what, file, reason));
  }
}
