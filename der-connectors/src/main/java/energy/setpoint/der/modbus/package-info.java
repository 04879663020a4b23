/** Polls Modbus TCP devices: one thread and one connection for each endpoint. */
@NullMarked
package energy.setpoint.der.modbus;

import org.jspecify.annotations.NullMarked;
