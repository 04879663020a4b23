/** Tells why a plan is as it is: what decided each step, what more would cost, what would help. */
@NullMarked
package energy.setpoint.optimizer.why;

import org.jspecify.annotations.NullMarked;
