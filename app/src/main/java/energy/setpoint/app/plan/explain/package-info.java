/** The reasons for a plan, put into its document. */
@NullMarked
package energy.setpoint.app.plan.explain;

import org.jspecify.annotations.NullMarked;
