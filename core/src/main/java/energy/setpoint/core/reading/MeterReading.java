package energy.setpoint.core.reading;

import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.DeviceId;
import java.time.Instant;

/**
 * Everything that flows into a circuit.
 *
 * @param power positive flows from the grid
 * @param currents per phase, negative where the phase feeds the grid
 */
public record MeterReading(
    DeviceId device, Instant at, Instant validUntil, Power power, PhaseCurrents currents)
    implements DeviceReading {}
