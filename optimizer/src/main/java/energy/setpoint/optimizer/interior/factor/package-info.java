/** Sparse matrices, an order of elimination, and the Cholesky factor of the normal equations. */
@NullMarked
package energy.setpoint.optimizer.interior.factor;

import org.jspecify.annotations.NullMarked;
