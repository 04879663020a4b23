/** Tariffs and costs of a 2.1 station (part 2, I07 to I12). */
@NullMarked
package energy.setpoint.simulation.station.v21.cost;

import org.jspecify.annotations.NullMarked;
