/** What a commanded device has to do, however it is reached. */
@NullMarked
package energy.setpoint.der.command;

import org.jspecify.annotations.NullMarked;
