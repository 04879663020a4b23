/** Keeps security events without making anybody wait for the database. */
@NullMarked
package energy.setpoint.app.storage.journal;

import org.jspecify.annotations.NullMarked;
