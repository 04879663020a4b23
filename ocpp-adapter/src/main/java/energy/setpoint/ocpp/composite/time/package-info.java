/** Where schedules stand at a moment, and when they change. */
@NullMarked
package energy.setpoint.ocpp.composite.time;

import org.jspecify.annotations.NullMarked;
