/** Why a plan is as it is: what decided each step, and what would help. */
@NullMarked
package energy.setpoint.core.plan.why;

import org.jspecify.annotations.NullMarked;
