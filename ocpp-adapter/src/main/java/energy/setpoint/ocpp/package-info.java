/** Speaks OCPP with charging stations and hides its versions from the engine. */
@NullMarked
package energy.setpoint.ocpp;

import org.jspecify.annotations.NullMarked;
