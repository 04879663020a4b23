/** What the grid operator allows, by source, and the devices that tell it. */
@NullMarked
package energy.setpoint.core.control.limit;

import org.jspecify.annotations.NullMarked;
