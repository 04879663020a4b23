/** Keeps the stations' conversations going and turns intents into calls, whatever the transport. */
@NullMarked
package energy.setpoint.ocpp.gateway;

import org.jspecify.annotations.NullMarked;
