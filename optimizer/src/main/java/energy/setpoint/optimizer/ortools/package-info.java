/** The only classes that touch OR-Tools. */
@NullMarked
package energy.setpoint.optimizer.ortools;

import org.jspecify.annotations.NullMarked;
