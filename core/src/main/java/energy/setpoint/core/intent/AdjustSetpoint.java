package energy.setpoint.core.intent;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;

/**
 * Move the setpoint that an EVSE follows by an accepted {@link FollowSetpoint} of pace {@link
 * Pace#FAST}, or in {@link OperatingMode.CentralFrequency}: one short message, good for every few
 * seconds.
 *
 * @param transactionId of the running transaction
 * @param ceiling what a station that knows no setpoints is held to instead
 * @param validity the new lease: it begins with the adjustment and is as long as the first one, for
 *     a station cannot be told another length (OCPP 2.1 errata K28.FR.13)
 */
public record AdjustSetpoint(
    EvseRef evse, String transactionId, Setpoint setpoint, Ceiling ceiling, Interval validity)
    implements EvseIntent, LeasedIntent {}
