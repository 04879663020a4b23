package energy.setpoint.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Files that somebody wants written. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Finds out early that a file cannot be written, as far as that can be known.
   *
   * @param what will be in it, for messages
   * @param file none when it was not asked for
   * @throws IllegalArgumentException in words for the user
   */
  public static void requireWritable(String what, @Nullable Path file) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw refusal(what, file, "it is a folder");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw refusal(what, file, "there is no folder " + folder);
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw refusal(what, file, "you may not write there");
    }
  }

  /**
   * The same for a file whose name says what is in it; a browser believes the name.
   *
   * @param ending of its name, such as {@code .html}
   * @throws IllegalArgumentException in words for the user
   */
  public static void requireWritable(String what, @Nullable Path file, String ending) {
    if (file != null && !endsWith(file, ending)) {
      throw refusal(what, file, "expected a name that ends in " + ending);
    }
    requireWritable(what, file);
  }

  private static boolean endsWith(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private static IllegalArgumentException refusal(String what, Path file, String reason) {
    return new IllegalArgumentException(
        "The %s cannot be written to %s: %s.".formatted(what, file, reason));
  }
}
