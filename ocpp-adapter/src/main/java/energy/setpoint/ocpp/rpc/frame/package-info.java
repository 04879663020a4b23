/** The frames of OCPP-J, read and written. */
@NullMarked
package energy.setpoint.ocpp.rpc.frame;

import org.jspecify.annotations.NullMarked;
