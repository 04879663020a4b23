package energy.setpoint.core.plan;

import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.PowerCurve;

/**
 * What one vehicle shall take or give.
 *
 * @param power on the grid side; negative feeds back
 */
public record VehiclePlan(SessionId session, EvseRef evse, PowerCurve power) {}
