package energy.setpoint.core.event;

import energy.setpoint.core.site.StationId;
import java.time.Instant;

/**
 * A station's connection ended.
 *
 * @param reason for operators
 */
public record StationLost(StationId station, Instant at, String reason) implements StationEvent {}
