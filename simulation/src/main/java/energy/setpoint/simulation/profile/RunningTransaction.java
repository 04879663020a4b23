package energy.setpoint.simulation.profile;

import java.time.Instant;
import java.util.Optional;

/**
 * A transaction at an EVSE.
 *
 * @param id empty in 1.6 until the server has given one
 * @param phasesInUse by the vehicle, or by the station for DC
 * @param wantsEnergy false when the vehicle is full
 */
public record RunningTransaction(
    int evse, Optional<String> id, Instant start, int phasesInUse, boolean wantsEnergy) {}
