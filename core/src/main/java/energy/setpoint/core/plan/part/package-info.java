/** What a planning problem is made of: who takes and gives power, and what may be asked of them. */
@NullMarked
package energy.setpoint.core.plan.part;

import org.jspecify.annotations.NullMarked;
