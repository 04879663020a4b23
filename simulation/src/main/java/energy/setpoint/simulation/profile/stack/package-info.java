/** All profiles of a station, now and over the time to come. */
@NullMarked
package energy.setpoint.simulation.profile.stack;

import org.jspecify.annotations.NullMarked;
