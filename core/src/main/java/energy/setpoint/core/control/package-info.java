/** What the loop of a site is told before it starts, and what it shows of its work. */
@NullMarked
package energy.setpoint.core.control;

import org.jspecify.annotations.NullMarked;
