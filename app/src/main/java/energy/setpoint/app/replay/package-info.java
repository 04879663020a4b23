/** Recorded sessions, run again through planner, guard and simulated stations in virtual time. */
@NullMarked
package energy.setpoint.app.replay;

import org.jspecify.annotations.NullMarked;
