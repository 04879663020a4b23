package energy.setpoint.optimizer.flat;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import java.util.List;

/**
 * A device that takes, and perhaps gives, energy.
 *
 * @param take kilowatts on the grid side, a column for each step
 * @param give kilowatts on the grid side as magnitudes, a column for each step
 * @param inside kilowatt-hours at the end of each step, summed up from the beginning
 */
record Store(CircuitId circuit, List<Phase> phases, int[] take, int[] give, Sum[] inside) {

  /** What it takes less a share of what it gives. */
  Sum net(int step, double credit) {
    return new Sum().plus(take[step], 1).plus(give[step], -credit);
  }

  Sum atEnd() {
    return inside[inside.length - 1];
  }
}
