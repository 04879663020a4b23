/** Plans again after a small change, from the plan in force. */
@NullMarked
package energy.setpoint.optimizer.replan;

import org.jspecify.annotations.NullMarked;
