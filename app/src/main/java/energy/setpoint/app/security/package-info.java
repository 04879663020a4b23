/** The commands with which an operator makes passwords and certificates. */
@NullMarked
package energy.setpoint.app.security;

import org.jspecify.annotations.NullMarked;
