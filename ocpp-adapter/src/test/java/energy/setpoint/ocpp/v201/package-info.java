/** Tests of OCPP 2.0.1. */
@NullMarked
package energy.setpoint.ocpp.v201;

import org.jspecify.annotations.NullMarked;
