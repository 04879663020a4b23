package energy.setpoint.core.intent;

import energy.setpoint.core.site.StationId;

/**
 * Install what each EVSE of a station is held to whenever nothing else is in force: new
 * transactions, ended leases, an engine that is gone.
 */
public record SetFallback(StationId station, Ceiling ceiling) implements ChargingIntent {}
