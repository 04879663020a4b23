package energy.setpoint.ocpp.gateway.memory;

import java.time.Instant;

/**
 * A call or message of a station as it came.
 *
 * @param at in the site's time
 * @param payload JSON
 */
public record ReceivedMessage(Instant at, String action, String payload) {}
