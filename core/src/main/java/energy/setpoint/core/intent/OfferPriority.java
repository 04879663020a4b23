package energy.setpoint.core.intent;

import energy.setpoint.core.site.StationId;

/**
 * Install what a transaction may take that is given priority, at the station or by {@link
 * PrioritizeCharging}.
 *
 * @param ceiling of each EVSE
 */
public record OfferPriority(StationId station, Ceiling ceiling) implements ChargingIntent {}
