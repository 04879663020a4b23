package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.Optional;

/**
 * How a connected station stands with its CSMS.
 *
 * @param upstreamSince since when the CSMS is reached; empty while it is away
 * @param queued messages that wait for the CSMS
 */
public record ProxyStatus(StationId station, Optional<Instant> upstreamSince, int queued) {}
