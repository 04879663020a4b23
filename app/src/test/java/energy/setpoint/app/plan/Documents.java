package energy.setpoint.app.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Planning problems as text. */
final class Documents {

  static final String SMALLEST =
      """
      {"start": "2026-11-02T18:00:00Z", "steps": 4, "importLimitW": 11000, "importPricePerKwh": 0.3}
      """;

  private static final Path HOME = Path.of(System.getProperty("setpoint.home", ".."));

  private Documents() {}

  static String smallestWith(String members) {
    return SMALLEST.strip().replaceFirst("}$", "") + ", " + members + "}";
  }

  static Path home(String path) {
    return HOME.resolve(path);
  }

  /** Every planning problem that comes with the project. */
  static List<Path> samples() {
    try (Stream<Path> plans = Files.list(home("config/plans"))) {
      return Stream.concat(
              plans.filter(file -> file.toString().endsWith(".json")).sorted(),
              Stream.of(home("config/samples/plan-problem.json")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
