/**
 * A simulated station's conversation with the engine: what waits, what is answered, what is tried
 * again.
 */
@NullMarked
package energy.setpoint.simulation.station.line;

import org.jspecify.annotations.NullMarked;
