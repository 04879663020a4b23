/** What outlives the process: the database, its tables, and the way in and out of them. */
@NullMarked
package energy.setpoint.app.storage;

import org.jspecify.annotations.NullMarked;
