package energy.setpoint.app.system;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program in a process of its own, as the launcher starts it; what it prints goes to a file.
 */
public final class SetpointProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Process process;
  private final Path output;

  private SetpointProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * @param output gets standard output and standard error
   */
  public static SetpointProcess start(Path output, List<String> arguments) throws IOException {
    return start(output, arguments, Map.of());
  }

  /**
   * @param output gets standard output and standard error, behind what is there
   * @param environment besides that of this process, such as a password
   */
  public static SetpointProcess start(
      Path output, List<String> arguments, Map<String, String> environment) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx384m");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Dsetpoint.home=" + project("").toAbsolutePath().normalize());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("energy.setpoint.app.SetpointCli");
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().putAll(environment);
    return new SetpointProcess(builder.start(), output);
  }

  /** Waits for its end. */
  public int exitCode(Duration atMost) throws InterruptedException, IOException {
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after " + atMost + "; it printed: " + printed());
    }
    return process.exitValue();
  }

  public String printed() throws IOException {
    return Files.readString(output);
  }

  /** Waits until it says something. */
  public void awaitPrinted(String words, Duration atMost) {
    await().atMost(atMost).until(() -> printed().contains(words));
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGTERM: it closes what is open, and ends. */
  public void terminate() {
    process.destroy();
  }

  /** Itself and everything that it started and that still runs. */
  public List<ProcessHandle> family() {
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.add(process.toHandle());
    return family;
  }

  /** SIGKILL: nothing is closed, nothing is written. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, and SIGKILL for what does not end by itself. */
  @Override
  public void close() {
    List<ProcessHandle> family = family();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        family.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      family.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
