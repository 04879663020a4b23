/** What a station can do, asked and read in the words of OCPP 2.0.1. */
@NullMarked
package energy.setpoint.ocpp.v201.device;

import org.jspecify.annotations.NullMarked;
