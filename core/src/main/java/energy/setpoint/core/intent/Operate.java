package energy.setpoint.core.intent;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;

/**
 * Let a bidirectional EVSE act by itself in its running transaction, in a way and within bounds,
 * for a while; afterwards the station's fallback applies.
 *
 * @param transactionId of the running transaction
 * @param ceiling what the EVSE may take at most, whatever the mode does; also what a station that
 *     does not know the mode is held to
 * @param validity the lease
 */
public record Operate(
    EvseRef evse, String transactionId, OperatingMode mode, Ceiling ceiling, Interval validity)
    implements EvseIntent, LeasedIntent {}
