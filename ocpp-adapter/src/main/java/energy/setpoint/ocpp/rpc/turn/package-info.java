/** One thing after the other for each station, and alarms in its time. */
@NullMarked
package energy.setpoint.ocpp.rpc.turn;

import org.jspecify.annotations.NullMarked;
