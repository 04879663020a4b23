package energy.setpoint.simulation.station;

import energy.setpoint.simulation.station.line.Call;
import java.util.Optional;
import java.util.function.Function;

/**
 * A log, as the engine wants it (N01).
 *
 * @param location where to bring it
 * @param failed the status when that cannot be
 * @param canceled the status when another order takes its place; empty where there is none
 * @param told the message for a status
 */
public record LogOrder(
    String location, String failed, Optional<String> canceled, Function<String, Call> told) {}
