package energy.setpoint.core.intent;

import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;

/**
 * Hold the running transaction of an EVSE to a ceiling of its own on each phase for a while;
 * afterwards the station's fallback applies.
 *
 * @param transactionId of the running transaction
 * @param most on the EVSE's own phases in its order, each at least 0 A
 * @param voltage nominal, between phase and neutral
 * @param validity the lease: the ceilings end by themselves when they are not renewed
 */
public record CapPhases(
    EvseRef evse, String transactionId, PhaseCurrents most, Voltage voltage, Interval validity)
    implements EvseIntent, LeasedIntent {

  public CapPhases {
    if (most.l1().isNegative() || most.l2().isNegative() || most.l3().isNegative()) {
      throw new IllegalArgumentException("A ceiling cannot be negative, but is " + most + ".");
    }
  }
}
