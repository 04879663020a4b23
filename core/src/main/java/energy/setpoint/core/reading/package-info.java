/** What meters, inverters and batteries measured. */
@NullMarked
package energy.setpoint.core.reading;

import org.jspecify.annotations.NullMarked;
