/** Decisions that are taken before it is known which of several futures comes. */
@NullMarked
package energy.setpoint.optimizer.uncertainty;

import org.jspecify.annotations.NullMarked;
