package energy.setpoint.core.reading;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.DeviceId;
import java.time.Instant;

/**
 * What an inverter produces.
 *
 * @param power at most 0 W when producing (load convention)
 */
public record InverterReading(DeviceId device, Instant at, Instant validUntil, Power power)
    implements DeviceReading {}
