/** Intents in the words of OCPP 2.1. */
@NullMarked
package energy.setpoint.ocpp.v21.intent;

import org.jspecify.annotations.NullMarked;
