package energy.setpoint.core.port;

import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;

/**
 * What does the station hold an EVSE to, all of its profiles together?
 *
 * @param ahead how far from now on, above 0
 * @param phases of the EVSE, 1 to 3, for answers in watts
 * @param voltage nominal, between phase and neutral, for answers in watts
 */
public record ScheduleQuestion(EvseRef evse, Duration ahead, int phases, Voltage voltage) {

  public ScheduleQuestion {
    if (!ahead.isPositive()) {
      throw new IllegalArgumentException("A schedule is asked for some time ahead, not " + ahead);
    }
  }
}
