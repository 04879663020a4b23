package energy.setpoint.simulation.station.state;

import java.util.Optional;

/** One measured value; measurand, phase and unit are spelt alike in all versions. */
public record Reading(String measurand, Optional<String> phase, String unit, double value) {}
