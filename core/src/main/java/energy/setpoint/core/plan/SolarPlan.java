package energy.setpoint.core.plan;

import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;

/**
 * What the inverters of a forecast shall produce.
 *
 * @param production at most 0 W and at least the forecast
 */
public record SolarPlan(CircuitId circuit, PowerCurve production) {}
