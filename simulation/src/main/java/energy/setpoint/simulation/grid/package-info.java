/**
 * What an inverter does by itself when frequency or voltage are not what they should be, as grid
 * codes demand (IEEE 1547-2018, EN 50549-1; OCPP 2.1 part 2, block R).
 */
@NullMarked
package energy.setpoint.simulation.grid;

import org.jspecify.annotations.NullMarked;
