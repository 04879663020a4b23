package energy.setpoint.app.storage.history;

import java.time.Duration;

/**
 * How long the past is kept. Sessions and plans are kept for good: bills and proofs rest on them.
 *
 * @param intents what stations were to do, with the messages that carried it
 * @param setpoints those that follow each other every few seconds ({@code AdjustSetpoint})
 * @param measurements values of meters, devices and stations
 * @param securityEvents by the time when they arrived
 */
public record HistorySettings(
    Duration intents, Duration setpoints, Duration measurements, Duration securityEvents) {

  /** What may be in force is looked for a day back, so no less is kept. */
  public static final Duration SHORTEST = Duration.ofDays(2);

  public static final Duration LONGEST = Duration.ofDays(36_500);

  /** Checked like any other, so the bounds stand above. */
  public static final HistorySettings DEFAULTS =
      new HistorySettings(
          Duration.ofDays(90), Duration.ofDays(7), Duration.ofDays(1100), Duration.ofDays(400));

  public HistorySettings {
    check("intents", intents);
    check("setpoints", setpoints);
    check("measurements", measurements);
    check("securityEvents", securityEvents);
  }

  private static void check(String what, Duration kept) {
    if (kept.compareTo(SHORTEST) < 0 || kept.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The history of %s lasts from %s to %s, not %s."
              .formatted(what, SHORTEST, LONGEST, kept));
    }
  }
}
