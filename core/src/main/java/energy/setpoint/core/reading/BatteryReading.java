package energy.setpoint.core.reading;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.DeviceId;
import java.time.Instant;

/**
 * What a stationary battery does.
 *
 * @param power negative discharges
 */
public record BatteryReading(
    DeviceId device, Instant at, Instant validUntil, Power power, StateOfCharge soc)
    implements DeviceReading {}
