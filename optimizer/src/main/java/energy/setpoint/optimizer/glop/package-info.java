/** The only classes that touch OR-Tools. */
@NullMarked
package energy.setpoint.optimizer.glop;

import org.jspecify.annotations.NullMarked;
