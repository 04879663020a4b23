/** OCPP 1.6 with its security extension. */
@NullMarked
package energy.setpoint.ocpp.v16;

import org.jspecify.annotations.NullMarked;
