/** Writes that never make the control loop wait for the database for long, nor fail with it. */
@NullMarked
package energy.setpoint.app.storage.behind;

import org.jspecify.annotations.NullMarked;
