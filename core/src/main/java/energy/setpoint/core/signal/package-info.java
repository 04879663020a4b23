/** What grid operators allow for now, and who says so. */
@NullMarked
package energy.setpoint.core.signal;

import org.jspecify.annotations.NullMarked;
