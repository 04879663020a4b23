/** The composite schedule by the rules of OCPP 1.6. */
@NullMarked
package energy.setpoint.ocpp.v16.composite;

import org.jspecify.annotations.NullMarked;
