/** Whether a station takes a profile, and why not. */
@NullMarked
package energy.setpoint.simulation.profile.admission;

import org.jspecify.annotations.NullMarked;
