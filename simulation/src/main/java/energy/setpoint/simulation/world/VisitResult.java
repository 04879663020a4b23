package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.StateOfCharge;

/**
 * How a visit ended.
 *
 * @param imported taken from the grid
 * @param exported given back to it
 */
public record VisitResult(Visit visit, Energy imported, Energy exported, StateOfCharge departure) {}
