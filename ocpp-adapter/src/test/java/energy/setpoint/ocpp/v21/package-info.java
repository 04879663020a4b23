/** Tests of OCPP 2.1. */
@NullMarked
package energy.setpoint.ocpp.v21;

import org.jspecify.annotations.NullMarked;
