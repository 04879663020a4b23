/** What profiles let a vehicle do at a moment. */
@NullMarked
package energy.setpoint.simulation.profile.offer;

import org.jspecify.annotations.NullMarked;
