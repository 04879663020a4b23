package energy.setpoint.simulation.station.state;

import energy.setpoint.simulation.profile.Schedule;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * What a vehicle tells that it will do.
 *
 * @param selected the id of the schedule of the server that it has chosen; empty when it has none
 */
public record EvSchedule(int evse, Schedule schedule, OptionalInt selected, Instant at) {}
