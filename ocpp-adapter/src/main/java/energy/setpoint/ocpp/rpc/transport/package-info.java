/** What carries frames to a station and from it. */
@NullMarked
package energy.setpoint.ocpp.rpc.transport;

import org.jspecify.annotations.NullMarked;
