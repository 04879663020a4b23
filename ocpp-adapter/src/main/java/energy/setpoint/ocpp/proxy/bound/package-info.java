/** The limits that a CSMS sets, kept and combined with ours. */
@NullMarked
package energy.setpoint.ocpp.proxy.bound;

import org.jspecify.annotations.NullMarked;
