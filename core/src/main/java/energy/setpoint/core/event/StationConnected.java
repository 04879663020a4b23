package energy.setpoint.core.event;

import energy.setpoint.core.site.StationId;
import java.time.Instant;

/**
 * A station opened its connection.
 *
 * @param protocol the OCPP subprotocol agreed on, such as {@code ocpp2.0.1}
 */
public record StationConnected(StationId station, Instant at, String protocol)
    implements StationEvent {}
