/** Schedules as vehicles and stations report them, compared with what they were offered. */
@NullMarked
package energy.setpoint.ocpp.dialect.schedule;

import org.jspecify.annotations.NullMarked;
