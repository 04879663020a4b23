/** What energy, peaks and carbon cost, and what a cost is made of. */
@NullMarked
package energy.setpoint.core.plan.money;

import org.jspecify.annotations.NullMarked;
