package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Variable;
import java.util.Optional;

/**
 * A vehicle in the model.
 *
 * @param missing kilowatt-hours short of the target at departure; empty when nothing can be missing
 * @param mostMissingKwh the bound of {@code missing}
 */
public record VehicleColumns(
    VehicleDemand demand, Storage storage, Optional<Variable> missing, double mostMissingKwh) {

  static VehicleColumns of(LinearModel model, VehicleDemand demand, Storage storage) {
    double worstKwh = demand.target().minus(leastAtDeparture(demand)).kilowattHours();
    if (worstKwh <= 0 || !storage.isEverThere()) {
      return new VehicleColumns(demand, storage, Optional.empty(), 0);
    }
    Variable missing = model.variable("missing", storage.name(), -1, 0, worstKwh);
    return new VehicleColumns(demand, storage, Optional.of(missing), worstKwh);
  }

  /** The least energy that any plan leaves in the battery at departure. */
  public static Energy leastAtDeparture(VehicleDemand demand) {
    return demand.mayDischarge()
        ? demand.stored().min(demand.minimumAtDeparture())
        : demand.stored();
  }
}
