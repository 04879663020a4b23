/** What a plan is good for: one class for each term of the objective, and their order. */
@NullMarked
package energy.setpoint.optimizer.goal;

import org.jspecify.annotations.NullMarked;
