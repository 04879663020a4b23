/** Rules of thumb that other systems charge by, as optimizers to measure ours against. */
@NullMarked
package energy.setpoint.optimizer.strategy;

import org.jspecify.annotations.NullMarked;
