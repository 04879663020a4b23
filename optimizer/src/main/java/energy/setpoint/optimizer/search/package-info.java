/**
 * The search for the best plan: relaxed, rounded, ruled, and checked until nothing is left to
 * prove.
 */
@NullMarked
package energy.setpoint.optimizer.search;

import org.jspecify.annotations.NullMarked;
