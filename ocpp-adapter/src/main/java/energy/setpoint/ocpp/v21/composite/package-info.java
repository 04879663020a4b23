/** The composite schedule by the rules of OCPP 2.1. */
@NullMarked
package energy.setpoint.ocpp.v21.composite;

import org.jspecify.annotations.NullMarked;
