/** What must be understood of OCPP 2.0.1 between a station and its CSMS. */
@NullMarked
package energy.setpoint.ocpp.v201.relay;

import org.jspecify.annotations.NullMarked;
