/** What OCPP 2.0.1 and 2.1 have in common on the wire of a simulated station. */
@NullMarked
package energy.setpoint.simulation.station.v2x;

import org.jspecify.annotations.NullMarked;
