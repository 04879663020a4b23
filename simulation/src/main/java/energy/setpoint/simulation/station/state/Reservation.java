package energy.setpoint.simulation.station.state;

import java.time.Instant;

/**
 * An EVSE that is kept for somebody (H01).
 *
 * @param id as the server named it
 * @param token of the one who may start
 * @param expiry from then on anybody may
 */
public record Reservation(int id, String token, Instant expiry) {}
