package energy.setpoint.app.storage;

import energy.setpoint.app.storage.behind.WriteLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to keep what must outlive the process.
 *
 * @param flushDeadline how long closing may take to write what still waits
 * @param accepted file that keeps what stations were told is accepted until it is stored; empty for
 *     none
 */
public record StorageSettings(
    DatabaseSettings database,
    WriteLimits limits,
    Duration flushDeadline,
    Optional<Path> accepted) {

  private static final Duration FLUSH_DEADLINE = Duration.ofSeconds(10);

  public static StorageSettings of(DatabaseSettings database) {
    return new StorageSettings(database, WriteLimits.DEFAULT, FLUSH_DEADLINE, Optional.empty());
  }

  /** The same, with a file that keeps what stations were told is accepted until it is stored. */
  public StorageSettings withAccepted(Path file) {
    return new StorageSettings(database, limits, flushDeadline, Optional.of(file));
  }
}
