/** Passwords of stations: how they come, how they are kept, and what a wrong one costs. */
@NullMarked
package energy.setpoint.ocpp.security.password;

import org.jspecify.annotations.NullMarked;
