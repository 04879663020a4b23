/** How a simulated station reaches the engine, over a socket or in memory. */
@NullMarked
package energy.setpoint.simulation.station.wire;

import org.jspecify.annotations.NullMarked;
