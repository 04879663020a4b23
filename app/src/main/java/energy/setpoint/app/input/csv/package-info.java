/** Reads comma-separated text. */
@NullMarked
package energy.setpoint.app.input.csv;

import org.jspecify.annotations.NullMarked;
