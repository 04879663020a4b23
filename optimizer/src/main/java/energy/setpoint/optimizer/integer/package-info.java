/** Everything that is "either … or": as whole numbers, and as a proven rounding without them. */
@NullMarked
package energy.setpoint.optimizer.integer;

import org.jspecify.annotations.NullMarked;
