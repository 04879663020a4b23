/** Simulated inverter, meter and battery behind real Modbus and MQTT sockets. */
@NullMarked
package energy.setpoint.simulation.device;

import org.jspecify.annotations.NullMarked;
