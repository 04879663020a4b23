/** Everything that is "either … or" as whole numbers, for a search in which nothing is rounded. */
@NullMarked
package energy.setpoint.optimizer.integer;

import org.jspecify.annotations.NullMarked;
