/**
 * A linear program as plain data, and the role of whoever solves it; nothing here knows a solver.
 */
@NullMarked
package energy.setpoint.optimizer.linear;

import org.jspecify.annotations.NullMarked;
