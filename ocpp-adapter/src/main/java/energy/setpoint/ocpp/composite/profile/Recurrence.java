package energy.setpoint.ocpp.composite.profile;

import java.time.Duration;

/** How often a schedule begins again: every 24 hours or every 7 days (1.6 errata 3.79). */
public enum Recurrence {
  DAILY(Duration.ofDays(1)),
  WEEKLY(Duration.ofDays(7));

  private final Duration every;

  Recurrence(Duration every) {
    this.every = every;
  }

  public Duration every() {
    return every;
  }
}
