/**
 * Listens to MQTT devices and keeps batteries on their setpoints: one connection for each broker.
 */
@NullMarked
package energy.setpoint.der.mqtt;

import org.jspecify.annotations.NullMarked;
