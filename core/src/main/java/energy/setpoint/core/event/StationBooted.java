package energy.setpoint.core.event;

import energy.setpoint.core.site.StationId;
import java.time.Instant;

/**
 * A station said what it is, after a start or a reconnect.
 *
 * @param vendor at most 50 characters
 * @param model at most 20 characters
 * @param firmware empty when it did not say
 */
public record StationBooted(
    StationId station, Instant at, String vendor, String model, String firmware)
    implements StationEvent {}
