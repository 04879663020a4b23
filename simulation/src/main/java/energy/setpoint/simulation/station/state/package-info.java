/** What is true at a simulated station, and what it says of it. */
@NullMarked
package energy.setpoint.simulation.station.state;

import org.jspecify.annotations.NullMarked;
