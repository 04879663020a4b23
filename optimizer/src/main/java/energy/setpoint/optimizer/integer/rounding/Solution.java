package energy.setpoint.optimizer.integer.rounding;

import energy.setpoint.optimizer.model.PlanningModel;

/**
 * What a linear program answered.
 *
 * @param values one for each column
 * @param prices what one more on the right side of each row would cost, in currency; none when
 *     money did not have its turn
 */
public record Solution(PlanningModel model, double[] values, double[] prices) {}
