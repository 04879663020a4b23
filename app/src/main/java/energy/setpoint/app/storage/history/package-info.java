/** How long the past is kept, and its end. */
@NullMarked
package energy.setpoint.app.storage.history;

import org.jspecify.annotations.NullMarked;
