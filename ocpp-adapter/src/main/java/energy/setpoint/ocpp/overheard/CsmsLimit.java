package energy.setpoint.ocpp.overheard;

import energy.setpoint.core.time.Interval;
import java.util.Optional;

/**
 * One period of a profile.
 *
 * @param when the period may be in force; empty where that cannot be told from the profile alone:
 *     Relative, Recurring and Dynamic schedules
 * @param unit of the value: amperes hold per phase, watts for all phases together
 * @param value at least 0
 */
public record CsmsLimit(Optional<Interval> when, Unit unit, double value) {

  /** As on the wire. */
  public enum Unit {
    A,
    W
  }

  public CsmsLimit {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("A limit must be 0 or more, but is " + value + ".");
    }
  }

  public boolean mayHoldDuring(Interval time) {
    return when.isEmpty() || when.get().overlaps(time);
  }
}
