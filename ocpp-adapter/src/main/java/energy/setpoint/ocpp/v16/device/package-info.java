/** What a station can do, asked and read in the words of OCPP 1.6. */
@NullMarked
package energy.setpoint.ocpp.v16.device;

import org.jspecify.annotations.NullMarked;
