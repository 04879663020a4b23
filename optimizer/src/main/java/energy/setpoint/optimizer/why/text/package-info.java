/** Explanations as plain English. */
@NullMarked
package energy.setpoint.optimizer.why.text;

import org.jspecify.annotations.NullMarked;
