/** The planning model: its columns, and one class for each family of constraints. */
@NullMarked
package energy.setpoint.optimizer.model;

import org.jspecify.annotations.NullMarked;
