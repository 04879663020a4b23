package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * A vehicle in the model.
 *
 * @param missing kilowatt-hours short of the target at departure, in equal parts that become dearer
 *     one after the other when a shortfall is shared; empty when nothing can be missing
 */
public record VehicleColumns(VehicleDemand demand, Storage storage, List<Variable> missing) {

  /** Into how many parts a possible shortfall is cut. */
  private static final int PARTS = 10;

  public VehicleColumns {
    missing = List.copyOf(missing);
  }

  static VehicleColumns of(LinearModel model, VehicleDemand demand, Storage storage) {
    double worstKwh = demand.target().minus(leastAtDeparture(demand)).kilowattHours();
    List<Variable> parts = new ArrayList<>();
    for (int part = 0; part < PARTS && worstKwh > 0 && storage.isEverThere(); part++) {
      String name = "missing[" + storage.name() + "," + part + "]";
      parts.add(model.variable(name, 0, worstKwh / PARTS));
    }
    return new VehicleColumns(demand, storage, parts);
  }

  /** The least energy that any plan leaves in the battery at departure. */
  static Energy leastAtDeparture(VehicleDemand demand) {
    return demand.mayDischarge()
        ? demand.stored().min(demand.minimumAtDeparture())
        : demand.stored();
  }
}
