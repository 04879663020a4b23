/** How vehicles take what they may have: less, later, or not at all. */
@NullMarked
package energy.setpoint.core.control.vehicle;

import org.jspecify.annotations.NullMarked;
