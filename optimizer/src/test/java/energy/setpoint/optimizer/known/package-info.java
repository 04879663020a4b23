/** Tiny problems whose best plan follows by hand. */
@NullMarked
package energy.setpoint.optimizer.known;

import org.jspecify.annotations.NullMarked;
