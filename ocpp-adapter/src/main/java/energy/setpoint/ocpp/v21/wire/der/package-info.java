/** Messages of OCPP 2.1 about DER controls (part 2, block R), field by field. */
@NullMarked
package energy.setpoint.ocpp.v21.wire.der;

import org.jspecify.annotations.NullMarked;
