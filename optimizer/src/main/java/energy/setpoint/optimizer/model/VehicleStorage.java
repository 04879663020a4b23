package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;

/**
 * A vehicle never takes more than its battery holds; one that feeds back never falls below its
 * floor, and never leaves with less than its minimum, or than it came with when that was less. A
 * vehicle that comes below its floor only charges until it has reached it. Maths: {@code
 * docs/optimizer/vehicle-storage.md}.
 */
public final class VehicleStorage implements ConstraintFamily {

  private static final double SLACK = 1e-6;

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      if (!vehicle.storage().isEverThere()) {
        continue;
      }
      if (vehicle.storage().twoWay()) {
        StorageBalance.addTo(model, vehicle.storage());
        keepFloor(model, vehicle);
        keepMinimumAtDeparture(model.linear(), vehicle);
      } else {
        keepWithinCapacity(model, vehicle.storage());
      }
    }
  }

  private static void keepWithinCapacity(PlanningModel model, Storage storage) {
    Terms sum = new Terms();
    double most = 0;
    for (int step = storage.traits().first(); step < storage.traits().end(); step++) {
      StorageBalance.addFlow(sum, model, storage, step, 1);
    }
    for (int i = 0; i < sum.size(); i++) {
      most += sum.factor(i) * model.linear().upper(sum.column(i));
    }
    double room = storage.traits().capacityKwh() - storage.traits().storedKwh();
    if (most > room) {
      model.linear().atMost("room in " + storage.name(), sum, room);
    }
  }

  private static void keepFloor(PlanningModel model, VehicleColumns vehicle) {
    Storage storage = vehicle.storage();
    double now = storage.traits().storedKwh();
    double floor = vehicle.demand().floor().kilowattHours();
    boolean below = now < floor - SLACK;
    int insideFrom = below ? model.rulings().insideFrom(storage.name()) : 0;
    for (int step = storage.traits().first(); step < storage.traits().end(); step++) {
      if (step >= insideFrom - 1) {
        double lower = Math.max(0, below ? floor - SLACK : Math.min(floor, now));
        model.linear().bound(storage.stored(step), lower, storage.traits().capacityKwh());
      }
      if (step < insideFrom) {
        model.linear().bound(storage.discharge(step), 0, 0);
      }
    }
  }

  private static void keepMinimumAtDeparture(LinearModel linear, VehicleColumns vehicle) {
    VehicleDemand demand = vehicle.demand();
    var last = vehicle.storage().stored(vehicle.storage().traits().end() - 1);
    double least = VehicleColumns.leastAtDeparture(demand).kilowattHours();
    linear.bound(last, Math.max(linear.lower(last), least), linear.upper(last));
  }
}
