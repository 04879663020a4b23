package energy.setpoint.core.intent;

import energy.setpoint.core.site.StationId;
import java.time.Instant;

/**
 * Pass on the grid operator's signal for frequency restoration (aFRR) to the EVSEs that operate in
 * {@link OperatingMode.LocalFrequency} with a reserve.
 *
 * @param at when the signal was given
 * @param signal as the operator of the grid defines it
 */
public record CallReserve(StationId station, Instant at, int signal) implements ChargingIntent {}
