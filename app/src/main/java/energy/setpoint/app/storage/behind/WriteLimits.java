package energy.setpoint.app.storage.behind;

import java.time.Duration;

/**
 * How much is kept in memory while the database is away, and how long anybody waits.
 *
 * @param essentials sessions and intents; past this the oldest intents are given up, never a
 *     session
 * @param plans past this the oldest are given up
 * @param measurements past this the oldest are given up; about 100 bytes each
 * @param patience how long a writer of a session or intent waits for the database before it goes on
 *     with the write pending
 * @param firstPause before the first repetition of a failed write; doubled up to the longest
 * @param longestPause between repetitions
 */
public record WriteLimits(
    int essentials,
    int plans,
    int measurements,
    Duration patience,
    Duration firstPause,
    Duration longestPause) {

  public static final WriteLimits DEFAULT =
      new WriteLimits(
          100_000,
          500,
          300_000,
          Duration.ofMillis(250),
          Duration.ofMillis(100),
          Duration.ofSeconds(5));

  public WriteLimits {
    if (essentials < 1 || plans < 1 || measurements < 1) {
      throw new IllegalArgumentException("Each kind of write needs room for at least one.");
    }
  }
}
