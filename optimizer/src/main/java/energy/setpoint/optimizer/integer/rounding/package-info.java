/**
 * Rounds a relaxed solution to whole patterns, one vehicle after the other in the room that is
 * left.
 */
@NullMarked
package energy.setpoint.optimizer.integer.rounding;

import org.jspecify.annotations.NullMarked;
