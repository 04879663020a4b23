/** Recorded charging sessions, read for a replay. */
@NullMarked
package energy.setpoint.app.input;

import org.jspecify.annotations.NullMarked;
