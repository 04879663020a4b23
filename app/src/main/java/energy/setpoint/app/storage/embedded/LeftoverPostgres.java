package energy.setpoint.app.storage.embedded;

import energy.setpoint.app.storage.failure.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL processes that still work on our data because the engine that started them was killed.
 *
 * <p>Only to be used while the folder's lock is held: then no living engine needs them. A process
 * is ours only when it is a PostgreSQL program that was told our data folder, so a process that got
 * a stale process id by chance is never touched.
 */
final class LeftoverPostgres {

  private static final Logger log = LoggerFactory.getLogger(LeftoverPostgres.class);
  private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "pg_ctl");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path data;

  LeftoverPostgres(Path data) {
    this.data = data;
  }

  /** Stops what is there; with nothing there it only removes a misleading pid file. */
  void stop() {
    for (ProcessHandle process : find()) {
      List<ProcessHandle> family =
          Stream.concat(Stream.of(process), process.descendants()).toList();
      log.warn("Stopping PostgreSQL {} on {}: no engine uses it.", process.pid(), data);
      interrupt(process);
      if (!endsWithin(PATIENCE, family)) {
        log.warn(
            "PostgreSQL {} does not stop; killing it, its log will be replayed.", process.pid());
        family.forEach(ProcessHandle::destroyForcibly);
        requireEnd(process, family);
      }
    }
    removePidFileOfAnotherProgram();
  }

  /** Waits for a PostgreSQL that was told to stop; stops it by force when that takes too long. */
  void awaitEnd() {
    List<ProcessHandle> stopping = find();
    if (!endsWithin(PATIENCE, stopping)) {
      stop();
    }
  }

  List<ProcessHandle> find() {
    Set<ProcessHandle> found = new LinkedHashSet<>();
    ProcessHandle.allProcesses().filter(this::worksOnOurData).forEach(found::add);
    // Not every system shows the arguments of a process: then the pid file is what we have.
    postmaster().filter(LeftoverPostgres::isPostgresWithHiddenArguments).ifPresent(found::add);
    return List.copyOf(found);
  }

  private boolean worksOnOurData(ProcessHandle process) {
    return isPostgres(process)
        && process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(this::isOurData);
  }

  private boolean isOurData(String argument) {
    return argument.equals(data.toString());
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString().replace(".exe", ""))
        .filter(PROGRAMS::contains)
        .isPresent();
  }

  private static boolean isPostgresWithHiddenArguments(ProcessHandle process) {
    return isPostgres(process) && process.info().arguments().isEmpty();
  }

  private Optional<ProcessHandle> postmaster() {
    return pidInFile().flatMap(ProcessHandle::of);
  }

  private Optional<Long> pidInFile() {
    try (Stream<String> lines = Files.lines(pidFile())) {
      return lines.findFirst().map(String::strip).map(Long::valueOf);
    } catch (IOException | NumberFormatException noPidFile) {
      return Optional.empty();
    }
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }

  /** PostgreSQL's fast shutdown: ends open connections, writes a checkpoint. */
  private static void interrupt(ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    } catch (IOException noSuchProgram) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean endsWithin(Duration patience, List<ProcessHandle> family) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (family.stream().anyMatch(LeftoverPostgres::isRunning)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return true;
  }

  /** A zombie, which nobody reaps where the engine is process 1 of a container, has no command. */
  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private void requireEnd(ProcessHandle process, List<ProcessHandle> family) {
    if (!endsWithin(PATIENCE, family)) {
      throw new StorageException(
          "PostgreSQL (process %d) of an earlier engine still works on %s and cannot be stopped. Maybe another user started it: stop it by hand."
              .formatted(process.pid(), data));
    }
  }

  /**
   * After a reboot the pid in the file may belong to any program of the same user; PostgreSQL would
   * take that for a running server and refuse to start. In every other case PostgreSQL judges
   * better than we do whether the file is stale.
   */
  private void removePidFileOfAnotherProgram() {
    Optional<ProcessHandle> process = postmaster().filter(LeftoverPostgres::isRunning);
    if (process.isEmpty() || isPostgres(process.get())) {
      return;
    }
    try {
      Files.deleteIfExists(pidFile());
    } catch (IOException e) {
      throw new StorageException("Cannot remove " + pidFile() + ": " + e, e);
    }
  }
}
