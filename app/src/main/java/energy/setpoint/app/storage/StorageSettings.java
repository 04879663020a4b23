package energy.setpoint.app.storage;

import energy.setpoint.app.storage.behind.WriteLimits;
import java.time.Duration;

/**
 * How to keep what must outlive the process.
 *
 * @param flushDeadline how long closing may take to write what still waits
 */
public record StorageSettings(
    DatabaseSettings database, WriteLimits limits, Duration flushDeadline) {

  private static final Duration FLUSH_DEADLINE = Duration.ofSeconds(10);

  public static StorageSettings of(DatabaseSettings database) {
    return new StorageSettings(database, WriteLimits.DEFAULT, FLUSH_DEADLINE);
  }
}
