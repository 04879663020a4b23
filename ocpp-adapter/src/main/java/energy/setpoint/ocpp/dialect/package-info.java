/** What a version of OCPP must be able to do for the engine, and how it says what it cannot. */
@NullMarked
package energy.setpoint.ocpp.dialect;

import org.jspecify.annotations.NullMarked;
