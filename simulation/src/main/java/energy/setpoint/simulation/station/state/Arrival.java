package energy.setpoint.simulation.station.state;

import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.simulation.physics.SimulatedVehicle;
import java.time.Instant;
import java.util.Optional;

/**
 * A vehicle that is plugged in, and what its driver does.
 *
 * @param token shown to the card reader, at most 20 characters
 * @param departure when it wants to leave
 * @param wanted the charge it should leave with
 * @param tellsNeeds true when vehicle and station speak ISO 15118, so that needs are sent where the
 *     version has a message for them
 */
public record Arrival(
    SimulatedVehicle vehicle,
    String token,
    Optional<Instant> departure,
    StateOfCharge wanted,
    boolean tellsNeeds) {}
