/** Many sites at once: their plans, and a target that they meet together. */
@NullMarked
package energy.setpoint.core.portfolio;

import org.jspecify.annotations.NullMarked;
