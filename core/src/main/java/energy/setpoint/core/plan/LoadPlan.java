package energy.setpoint.core.plan;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.PowerCurve;

/**
 * When a flexible load shall run.
 *
 * @param missing of its need at the end, at least 0
 */
public record LoadPlan(DeviceId load, PowerCurve power, Energy missing) {}
