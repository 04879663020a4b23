package energy.setpoint.optimizer.integer;

import energy.setpoint.optimizer.linear.LinearModel;

/**
 * A solution to begin a search with.
 *
 * @param values one for each column of the model
 * @param amounts of the goals before money
 */
public record Start(LinearModel model, double[] values, double[] amounts) {}
