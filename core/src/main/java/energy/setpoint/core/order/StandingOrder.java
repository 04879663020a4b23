package energy.setpoint.core.order;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;

/**
 * How an operator wants the running transaction of an EVSE to be held for a while, in place of a
 * plain ceiling or setpoint. It ends with the transaction at the latest.
 *
 * @param transactionId of the running transaction
 * @param validity from when until when
 */
public record StandingOrder(EvseRef evse, String transactionId, Manner manner, Interval validity) {}
