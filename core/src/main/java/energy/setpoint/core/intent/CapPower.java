package energy.setpoint.core.intent;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;

/**
 * Hold the running transaction of an EVSE to a ceiling for a while; afterwards the station's
 * fallback applies.
 *
 * @param transactionId of the running transaction
 * @param validity the lease: the ceiling ends by itself when it is not renewed
 */
public record CapPower(EvseRef evse, String transactionId, Ceiling ceiling, Interval validity)
    implements EvseIntent, LeasedIntent {}
