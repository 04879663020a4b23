/** Charging profiles on the wire as both 2.x versions have them (part 2, block K). */
@NullMarked
package energy.setpoint.simulation.station.v2x.profile;

import org.jspecify.annotations.NullMarked;
