package energy.setpoint.optimizer.ortools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

  @TempDir Path folder;

  @Test
  void leavesNothingBehindWhenTheProcessEndsWhileItIsUnpacked() throws Exception {
    Process process = start(EndsWhileUnpacking.class);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.exitValue()).as(printed).isZero();
    assertThat(printed).isEqualToIgnoringNewLines("unpacking has begun");
    assertThat(filesIn(folder)).isEmpty();
  }

  /** A process that ends as soon as a thread of it has made the first file. */
  static final class EndsWhileUnpacking {

    public static void main(String[] temporaryFolder) throws Exception {
      Path folder = Path.of(temporaryFolder[0]);
      Thread.ofPlatform().daemon().start(NativeLibrary::require);
      while (filesIn(folder).isEmpty()) {
        Thread.onSpinWait();
      }
      System.out.println("unpacking has begun");
      System.exit(0);
    }
  }

  private Process start(Class<?> program) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            program.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
