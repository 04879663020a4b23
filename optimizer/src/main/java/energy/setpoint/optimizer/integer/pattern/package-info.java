/** When and with how much one vehicle charges best, by dynamic programming and without a solver. */
@NullMarked
package energy.setpoint.optimizer.integer.pattern;

import org.jspecify.annotations.NullMarked;
