package energy.setpoint.core.intent;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;

/**
 * Move the setpoint that an EVSE follows by an accepted {@link FollowSetpoint} of pace {@link
 * Pace#FAST}: one short message, good for every few seconds.
 *
 * @param transactionId of the running transaction
 * @param ceiling what a station that knows no setpoints is held to instead
 * @param validity the new lease: it begins with the adjustment
 */
public record AdjustSetpoint(
    EvseRef evse, String transactionId, Setpoint setpoint, Ceiling ceiling, Interval validity)
    implements EvseIntent, LeasedIntent {}
