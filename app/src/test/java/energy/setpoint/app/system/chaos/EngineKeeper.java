package energy.setpoint.app.system.chaos;

import energy.setpoint.app.system.SetpointProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Starts the engine, kills it, and knows whether it died by itself. Thread-safe. */
final class EngineKeeper implements AutoCloseable {

  private final Path output;
  private final List<String> arguments;
  private final Map<String, String> environment;
  private Optional<SetpointProcess> running = Optional.empty();
  private int lives;
  private int ownDeaths;

  EngineKeeper(Path output, List<String> arguments, Map<String, String> environment) {
    this.output = output;
    this.arguments = arguments;
    this.environment = environment;
  }

  synchronized void start() throws IOException {
    running = Optional.of(SetpointProcess.start(output, arguments, environment));
    lives++;
  }

  /** SIGKILL. */
  synchronized void kill() throws InterruptedException {
    noteOwnDeath();
    if (running.isPresent()) {
      running.get().kill();
      running = Optional.empty();
    }
  }

  /** Starts it again when it ended without being asked, as a service manager would. */
  synchronized void watch() throws IOException {
    if (noteOwnDeath()) {
      start();
    }
  }

  private boolean noteOwnDeath() {
    boolean died = running.filter(engine -> !engine.isAlive()).isPresent();
    if (died) {
      ownDeaths++;
      running = Optional.empty();
    }
    return died;
  }

  /** How many processes there were. */
  synchronized int lives() {
    return lives;
  }

  /** How often it ended without being killed. */
  synchronized int ownDeaths() {
    return ownDeaths;
  }

  /** Resident memory as Linux counts it; empty while there is no engine, or no {@code /proc}. */
  synchronized OptionalDouble residentMb() {
    if (running.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      return Files.readAllLines(Path.of("/proc/" + running.get().pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException gone) {
      return OptionalDouble.empty();
    }
  }

  /** Lines of its log that tell of a fault of its own. */
  List<String> faults() throws IOException {
    return Files.readAllLines(output).stream().filter(line -> line.contains(" ERROR ")).toList();
  }

  void awaitPrinted(String words, Duration atMost) {
    running.orElseThrow().awaitPrinted(words, atMost);
  }

  @Override
  public synchronized void close() {
    running.ifPresent(SetpointProcess::close);
  }
}
