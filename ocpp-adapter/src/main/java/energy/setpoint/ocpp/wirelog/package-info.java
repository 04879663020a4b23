/** Writes down every frame for people to read. */
@NullMarked
package energy.setpoint.ocpp.wirelog;

import org.jspecify.annotations.NullMarked;
