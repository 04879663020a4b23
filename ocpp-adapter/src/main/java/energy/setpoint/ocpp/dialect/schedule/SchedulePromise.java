package energy.setpoint.ocpp.dialect.schedule;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.StationContext;
import java.util.OptionalInt;

/**
 * What a vehicle that tells its needs is promised (OCPP 2.x K15.FR.03 to 05, K18, K19).
 *
 * <p>A running transaction has a limit, and the engine sends it again when it learns of the need,
 * so a schedule can be promised at once. It has one period, which fits any vehicle that takes
 * schedules at all (K15.FR.07).
 */
public enum SchedulePromise {
  /** A schedule comes now. */
  NOW,
  /** A schedule comes when the transaction is known. */
  LATER,
  /** The vehicle takes no schedule; its station holds it to the limit all the same. */
  NONE;

  /**
   * @param maxPeriods of a schedule that the vehicle takes; empty when it did not say
   */
  public static SchedulePromise of(OptionalInt maxPeriods, EvseRef evse, StationContext context) {
    if (maxPeriods.orElse(1) < 1) {
      return NONE;
    }
    return context.findTransaction(evse).isPresent() ? NOW : LATER;
  }
}
