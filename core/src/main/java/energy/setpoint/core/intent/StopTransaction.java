package energy.setpoint.core.intent;

import energy.setpoint.core.site.EvseRef;

/**
 * End the running transaction of an EVSE, as a last resort against a vehicle that does not keep to
 * its limit. The station opens its contactor; the driver has to start anew.
 *
 * @param transactionId of the running transaction
 */
public record StopTransaction(EvseRef evse, String transactionId) implements EvseIntent {}
