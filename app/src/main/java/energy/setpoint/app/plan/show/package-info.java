/** A plan for people: as a table, and as a picture. */
@NullMarked
package energy.setpoint.app.plan.show;

import org.jspecify.annotations.NullMarked;
