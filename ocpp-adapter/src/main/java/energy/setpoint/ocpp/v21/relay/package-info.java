/** What must be understood of OCPP 2.1 between a station and its CSMS. */
@NullMarked
package energy.setpoint.ocpp.v21.relay;

import org.jspecify.annotations.NullMarked;
