package energy.setpoint.core.plan;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.EvseRef;

/**
 * A need that the plan does not meet.
 *
 * @param missing in the battery at departure, above 0
 */
public record Shortfall(SessionId session, EvseRef evse, Energy missing) {}
