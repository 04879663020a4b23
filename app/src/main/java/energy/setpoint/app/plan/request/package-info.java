/** The planning problem as it is written in JSON. */
@NullMarked
package energy.setpoint.app.plan.request;

import org.jspecify.annotations.NullMarked;
