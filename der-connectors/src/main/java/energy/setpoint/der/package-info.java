/** Speaks Modbus and MQTT with batteries, inverters and meters. */
@NullMarked
package energy.setpoint.der;

import org.jspecify.annotations.NullMarked;
