package energy.setpoint.optimizer.integer;

import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.Rulings;

/**
 * A promise with alternatives, said with whole numbers on top of a relaxed model. It serves one
 * model, and then reads from a solution what was chosen.
 */
interface EitherOr extends ConstraintFamily {

  /**
   * Adds what was chosen to what is ruled.
   *
   * @param values one for each column of the model
   */
  Rulings chosen(Rulings before, double[] values);

  /**
   * Sets its columns to what the others say.
   *
   * @param values one for each column of the model; its own are replaced
   */
  void complete(double[] values);
}
