/** What must be understood of OCPP 1.6 between a station and its CSMS. */
@NullMarked
package energy.setpoint.ocpp.v16.relay;

import org.jspecify.annotations.NullMarked;
