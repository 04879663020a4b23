/** The roles that the world around the engine plays: gateways to devices, and stores. */
@NullMarked
package energy.setpoint.core.port;

import org.jspecify.annotations.NullMarked;
