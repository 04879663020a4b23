package energy.setpoint.core.plan;

import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.PowerCurve;

/**
 * What a stationary battery shall take or give.
 *
 * @param power on the grid side; negative discharges
 */
public record BatteryPlan(DeviceId battery, PowerCurve power) {}
