/** Tests of OCPP 1.6. */
@NullMarked
package energy.setpoint.ocpp.v16;

import org.jspecify.annotations.NullMarked;
