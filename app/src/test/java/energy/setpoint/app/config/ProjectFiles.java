package energy.setpoint.app.config;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project and of the data folder beside it, found from wherever a test runs. */
public final class ProjectFiles {

  private ProjectFiles() {}

  /** A file of the repository. */
  public static Path project(String path) {
    return root().resolve(path);
  }

  /** A file of the shared data; the test is skipped where there is none. */
  public static Path shared(String path) {
    Path file = root().resolveSibling("shared").resolve("data").resolve(path);
    assumeTrue(Files.exists(file), "the shared data folder is not beside the project: " + file);
    return file;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("core"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
