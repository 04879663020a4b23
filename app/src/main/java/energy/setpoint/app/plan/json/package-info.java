/** Reads JSON strictly and tells every mistake with the place where it stands. */
@NullMarked
package energy.setpoint.app.plan.json;

import org.jspecify.annotations.NullMarked;
