package energy.setpoint.core.signal;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;

/** What holds while a device is not heard, or says something that means nothing. */
public sealed interface SilenceRule {

  /**
   * What it said last, for a while; then a limit. Where nothing is known to have been said, the
   * limit at once.
   *
   * @param lasting from the end of the last reading's life, at least 0 s
   * @param then a magnitude of at least 0 W
   */
  record Keep(Duration lasting, Power then) implements SilenceRule {}

  /**
   * A limit at once.
   *
   * @param limit a magnitude of at least 0 W
   */
  record Limit(Power limit) implements SilenceRule {}

  /** No limit: the grid operator accepts that a broken wire releases the site. */
  record Release() implements SilenceRule {}
}
