/** The planning model: its columns, what the circuits carry, and what rulings close. */
@NullMarked
package energy.setpoint.optimizer.model;

import org.jspecify.annotations.NullMarked;
