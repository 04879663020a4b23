/** Reads through which devices the grid operator limits a site. */
@NullMarked
package energy.setpoint.app.config.signal;

import org.jspecify.annotations.NullMarked;
