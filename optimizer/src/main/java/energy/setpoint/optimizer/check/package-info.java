/** Checks a plan against its problem from the plan's powers alone, whoever made it. */
@NullMarked
package energy.setpoint.optimizer.check;

import org.jspecify.annotations.NullMarked;
