package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import energy.setpoint.simulation.physics.VehicleModel;

/**
 * A vehicle at an EVSE for some time.
 *
 * @param stay from plugging in to unplugging
 * @param arrival the charge it comes with
 * @param wanted the charge it should leave with, as its driver tells it
 * @param full the charge at which it stops, at least the wanted one
 * @param token what the driver shows, at most 20 characters
 * @param tellsNeeds whether it speaks ISO 15118
 */
public record Visit(
    EvseRef evse,
    Interval stay,
    VehicleModel vehicle,
    StateOfCharge arrival,
    StateOfCharge wanted,
    StateOfCharge full,
    String token,
    boolean tellsNeeds) {}
