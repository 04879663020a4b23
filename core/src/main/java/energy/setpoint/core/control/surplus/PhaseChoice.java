package energy.setpoint.core.control.surplus;

import java.time.Duration;
import java.time.Instant;

/**
 * On how many phases a vehicle charges, and since when: contactors and vehicles do not like to be
 * switched, so each choice stands for a while.
 */
record PhaseChoice(int phases, Instant since) {

  /** How long a choice stands at least. */
  static final Duration DWELL = Duration.ofMinutes(10);

  boolean mayChange(Instant now) {
    return !now.isBefore(since.plus(DWELL));
  }
}
