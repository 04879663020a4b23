package energy.setpoint.core.reading;

import energy.setpoint.core.site.DeviceId;
import java.time.Instant;

/**
 * What a device of the grid operator says.
 *
 * @param told a limit in watts or the number of a step, as the device's template says
 */
public record GridSignalReading(DeviceId device, Instant at, Instant validUntil, double told)
    implements DeviceReading {}
