package energy.setpoint.optimizer.model;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;

/**
 * At its departure, or at the end of the grid if that is earlier, a vehicle has its target inside,
 * or else the difference is known as missing. Maths: {@code docs/optimizer/energy-by-departure.md}.
 */
public final class EnergyByDeparture implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      if (!vehicle.missing().isEmpty()) {
        addRow(model, vehicle);
        model.addUnavoidable(Goal.MEET_NEEDS, unavoidable(model, vehicle));
      }
    }
  }

  private static void addRow(PlanningModel model, VehicleColumns vehicle) {
    Storage storage = vehicle.storage();
    double target = vehicle.demand().target().kilowattHours();
    Terms row = new Terms();
    if (storage.twoWay()) {
      row.plus(storage.stored(storage.traits().end() - 1));
    } else {
      target -= storage.traits().storedKwh();
      for (int step = storage.traits().first(); step < storage.traits().end(); step++) {
        StorageBalance.addFlow(row, model, storage, step, 1);
      }
    }
    for (Variable part : vehicle.missing()) {
      row.plus(part);
    }
    model.linear().atLeast("target of " + storage.name(), row, target);
  }

  /** What is missing even when it charges all the time, weighted. */
  private static double unavoidable(PlanningModel model, VehicleColumns vehicle) {
    Storage storage = vehicle.storage();
    LinearModel linear = model.linear();
    double most = storage.traits().storedKwh();
    for (int step = storage.traits().first(); step < storage.traits().end(); step++) {
      most +=
          linear.upper(storage.charge(step))
              * model.grid().hours(step)
              * storage.traits().chargeEfficiency();
    }
    double missing = vehicle.demand().target().kilowattHours() - most;
    return Math.max(0, missing) * vehicle.demand().weight();
  }
}
