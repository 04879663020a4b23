/** What each device may do now, per phase, inside every fuse and the grid limit. */
@NullMarked
package energy.setpoint.core.guard;

import org.jspecify.annotations.NullMarked;
