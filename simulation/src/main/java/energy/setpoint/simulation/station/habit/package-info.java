/**
 * How stations misbehave: small records that are combined, set while the simulation runs or read
 * from a file.
 */
@NullMarked
package energy.setpoint.simulation.station.habit;

import org.jspecify.annotations.NullMarked;
