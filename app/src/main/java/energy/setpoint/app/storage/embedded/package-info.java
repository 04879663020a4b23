/** The PostgreSQL that the engine brings along for whoever has none. */
@NullMarked
package energy.setpoint.app.storage.embedded;

import org.jspecify.annotations.NullMarked;
