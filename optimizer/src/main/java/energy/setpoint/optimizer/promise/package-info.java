/** What every plan promises: one class for each family of constraints. */
@NullMarked
package energy.setpoint.optimizer.promise;

import org.jspecify.annotations.NullMarked;
