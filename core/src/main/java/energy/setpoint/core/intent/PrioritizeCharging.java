package energy.setpoint.core.intent;

import energy.setpoint.core.site.EvseRef;

/**
 * Let the running transaction of an EVSE charge by its priority profile, before its own; or no
 * longer.
 *
 * @param transactionId of the running transaction
 */
public record PrioritizeCharging(EvseRef evse, String transactionId, boolean priority)
    implements EvseIntent {}
