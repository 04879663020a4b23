/** DER controls of a 2.1 station (part 2, block R). */
@NullMarked
package energy.setpoint.simulation.station.v21.der;

import org.jspecify.annotations.NullMarked;
