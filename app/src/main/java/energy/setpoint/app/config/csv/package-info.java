/** Reads comma-separated text. */
@NullMarked
package energy.setpoint.app.config.csv;

import org.jspecify.annotations.NullMarked;
