/** From a planning problem in JSON to one that can be solved. */
@NullMarked
package energy.setpoint.app.plan.reading;

import org.jspecify.annotations.NullMarked;
