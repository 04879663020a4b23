/** The composite schedule by the rules of OCPP 2.0.1. */
@NullMarked
package energy.setpoint.ocpp.v201.composite;

import org.jspecify.annotations.NullMarked;
