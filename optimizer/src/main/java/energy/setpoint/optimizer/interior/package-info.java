/**
 * An interior-point solver for sparse linear programs, in plain Java; it knows nothing of charging.
 */
@NullMarked
package energy.setpoint.optimizer.interior;

import org.jspecify.annotations.NullMarked;
