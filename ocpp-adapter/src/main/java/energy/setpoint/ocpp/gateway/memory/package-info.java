/** What is remembered of a station between its connections, within bounds. */
@NullMarked
package energy.setpoint.ocpp.gateway.memory;

import org.jspecify.annotations.NullMarked;
