/** Stations, vehicles and devices as real network peers, for demos, tests and back-tests. */
@NullMarked
package energy.setpoint.simulation;

import org.jspecify.annotations.NullMarked;
