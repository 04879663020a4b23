package energy.setpoint.core.signal;

import energy.setpoint.core.quantity.Power;
import java.time.Instant;

/**
 * What one source allows as long as it says nothing else.
 *
 * @param power a magnitude of at least 0 W
 * @param since when this limit came
 * @param why for people
 */
public record GridLimit(GridFlow flow, LimitSource source, Power power, Instant since, String why) {

  public GridLimit {
    if (power.isNegative()) {
      throw new IllegalArgumentException(
          "A grid limit is a magnitude of at least 0 W, but is " + power + ".");
    }
  }
}
