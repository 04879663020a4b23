package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.optimizer.linear.Variable;
import java.util.Optional;

/**
 * A flexible load in the model: a storage that keeps what it takes.
 *
 * @param missing kilowatt-hours short of its need; empty when it needs nothing
 */
public record LoadColumns(FlexibleLoad load, Storage storage, Optional<Variable> missing) {}
