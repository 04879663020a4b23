/** OCPP-J: messages as JSON frames, calls matched with their answers. Knows no version. */
@NullMarked
package energy.setpoint.ocpp.rpc;

import org.jspecify.annotations.NullMarked;
