package energy.setpoint.core.intent;

import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;

/**
 * Hold all EVSEs of a station together to a ceiling for a while, with or without a transaction.
 *
 * @param ceiling of the sum, on the station's feeder
 * @param validity the lease: the ceiling ends by itself when it is not renewed
 */
public record CapStation(StationId station, Ceiling ceiling, Interval validity)
    implements LeasedIntent {}
