/** The planning problem, the plan, and the port that turns one into the other. */
@NullMarked
package energy.setpoint.core.plan;

import org.jspecify.annotations.NullMarked;
