/** The plan as it is written in JSON, and read again. */
@NullMarked
package energy.setpoint.app.plan.result;

import org.jspecify.annotations.NullMarked;
