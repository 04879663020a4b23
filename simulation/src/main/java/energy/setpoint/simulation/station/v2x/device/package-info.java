/** What a 2.x station tells of itself (part 2, block B). */
@NullMarked
package energy.setpoint.simulation.station.v2x.device;

import org.jspecify.annotations.NullMarked;
