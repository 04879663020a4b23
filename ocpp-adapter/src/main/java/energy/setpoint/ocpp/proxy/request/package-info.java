/** Tells what is ours among the calls to a station, and among those that answer them. */
@NullMarked
package energy.setpoint.ocpp.proxy.request;

import org.jspecify.annotations.NullMarked;
