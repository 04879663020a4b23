package energy.setpoint.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The engine as a process of its own. When it ends without being asked, it is started again, as an
 * operator's service manager would.
 */
final class EngineProcess implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_EARLY_DEATHS = 3;
  private static final Duration EARLY = Duration.ofSeconds(20);

  private final List<String> command;
  private final Readiness readiness;
  private final Path log;
  private final PrintWriter out;
  private final Thread keeper;
  private volatile boolean wanted = true;
  private volatile boolean givenUp;
  private @Nullable Process process;

  private EngineProcess(List<String> command, Readiness readiness, Path log, PrintWriter out) {
    this.command = command;
    this.readiness = readiness;
    this.log = log;
    this.out = out;
    this.keeper = Thread.ofPlatform().name("engine-keeper").daemon().unstarted(this::keep);
  }

  /**
   * @param arguments of the command line, such as {@code serve --site …}
   * @param readiness where it answers whether it is ready
   * @param log gets everything that the engine prints
   * @param out is told of warnings and of deaths
   */
  static EngineProcess start(List<String> arguments, URI readiness, Path log, PrintWriter out) {
    EngineProcess engine =
        new EngineProcess(commandLine(arguments), new Readiness(readiness), log, out);
    engine.keeper.start();
    return engine;
  }

  /** The same Java, the same options, the same classes. */
  private static List<String> commandLine(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
        .forEach(command::add);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("energy.setpoint.app.SetpointCli");
    command.addAll(arguments);
    return command;
  }

  private void keep() {
    int earlyDeaths = 0;
    while (wanted && !givenUp) {
      long started = System.nanoTime();
      int code = runOnce();
      if (!wanted) {
        return;
      }
      boolean early = System.nanoTime() - started < EARLY.toNanos();
      earlyDeaths = early ? earlyDeaths + 1 : 0;
      givenUp = code == 2 || earlyDeaths >= MOST_EARLY_DEATHS;
      out.printf(
          "The engine has ended with code %d.%s%n",
          code,
          givenUp
              ? " It will not be started again; " + log + " says why."
              : " Vehicles go on by the profiles in their stations; it is started again.");
      out.flush();
      pause();
    }
  }

  private int runOnce() {
    try {
      Optional<Process> running = launch();
      if (running.isEmpty()) {
        return 0;
      }
      copyOutputOf(running.get());
      return running.get().waitFor();
    } catch (IOException e) {
      if (!wanted) {
        return 0;
      }
      out.println("The engine cannot be started: " + e.getMessage());
      return 2;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Nothing is launched behind the back of somebody who closes at the same moment. */
  private synchronized Optional<Process> launch() throws IOException {
    if (!wanted) {
      return Optional.empty();
    }
    Process launched = new ProcessBuilder(command).redirectErrorStream(true).start();
    process = launched;
    return Optional.of(launched);
  }

  private synchronized Optional<Process> launchNoMore() {
    wanted = false;
    return Optional.ofNullable(process);
  }

  /** An engine whose log cannot be written runs on; what it says is read and lost. */
  private void copyOutputOf(Process running) throws IOException {
    try {
      copyOutput(running);
    } catch (IOException e) {
      if (wanted) {
        out.println(log + " cannot be written: " + e.getMessage());
        running.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private void copyOutput(Process running) throws IOException {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter file =
            new PrintWriter(
                Files.newBufferedWriter(
                    log, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        file.println(line);
        file.flush();
        if (line.contains(" ERROR ") || line.startsWith("setpoint: ")) {
          out.println("engine | " + line);
        }
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** True when its page answers and its guard looks at the fuses. */
  boolean isReady() throws InterruptedException {
    return readiness.isGiven();
  }

  /** True when the engine died too often to be started again. */
  boolean isGivenUp() {
    return givenUp;
  }

  /** Asks the engine to end, waits, and ends it by force only if it does not. */
  @Override
  public void close() {
    launchNoMore().ifPresent(EngineProcess::end);
    try {
      keeper.join(PAUSE.multipliedBy(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    readiness.close();
  }

  private static void end(Process running) {
    running.destroy();
    try {
      if (!running.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
