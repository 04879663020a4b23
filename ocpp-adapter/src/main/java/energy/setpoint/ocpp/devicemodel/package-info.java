/** The device model of OCPP 2.x: how a station is asked for it and what its variables mean. */
@NullMarked
package energy.setpoint.ocpp.devicemodel;

import org.jspecify.annotations.NullMarked;
