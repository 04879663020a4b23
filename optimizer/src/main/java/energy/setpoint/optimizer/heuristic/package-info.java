/** A rule of thumb that plans without any solver: who leaves first is served first. */
@NullMarked
package energy.setpoint.optimizer.heuristic;

import org.jspecify.annotations.NullMarked;
