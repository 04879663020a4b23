package energy.setpoint.optimizer.promise;

import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.util.List;

/**
 * A vehicle never takes more than its battery holds; one that feeds back never falls below its
 * floor, and never leaves with less than its minimum, or than it came with when that was less. A
 * vehicle that comes below its floor only charges until it has reached it; in a relaxed model it
 * only never falls lower than it was. One that tapers takes less the fuller it is. Maths: {@code
 * docs/optimizer/vehicle-storage.md}.
 */
public final class VehicleStorage implements ConstraintFamily {

  private static final double SLACK = 1e-6;

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      Storage storage = vehicle.storage();
      if (!storage.isEverThere()) {
        continue;
      }
      if (storage.traits().tracked()) {
        StorageBalance.addTo(model, storage);
        addTaper(model, vehicle);
      }
      if (storage.twoWay()) {
        keepFloor(model, vehicle);
        keepMinimumAtDeparture(model.linear(), vehicle);
      }
    }
  }

  /**
   * The mean power of a step is bounded by the taper at the mean of the energy inside. A vehicle
   * that comes so full that its taper leaves nothing does not charge.
   */
  private static void addTaper(PlanningModel model, VehicleColumns vehicle) {
    Storage storage = vehicle.storage();
    List<ChargingTraits.Line> lines = vehicle.demand().traits().taperLines();
    double now = storage.traits().storedKwh();
    if (lines.stream().anyMatch(line -> line.at(now) <= 0)) {
      for (int step = storage.first(); step < storage.end(); step++) {
        model.linear().bound(storage.charge(step), 0, 0);
      }
      return;
    }
    for (ChargingTraits.Line line : lines) {
      addTaper(model, vehicle, line);
    }
  }

  private static void addTaper(
      PlanningModel model, VehicleColumns vehicle, ChargingTraits.Line line) {
    Storage storage = vehicle.storage();
    String subject = "taper of " + storage.name();
    for (int step = storage.first(); step < storage.end(); step++) {
      double share = model.grid().share(step, vehicle.demand().connected());
      double most = line.atEmpty() * share;
      if (line.perKilowattHour() == 0) {
        double upper = model.linear().upper(storage.charge(step));
        model.linear().bound(storage.charge(step), 0, Math.min(upper, most));
        continue;
      }
      double half = line.perKilowattHour() * share / 2;
      Terms row = Terms.of(storage.charge(step), 1).plus(storage.stored(step), -half);
      if (step == storage.first()) {
        most += half * storage.traits().storedKwh();
      } else {
        row.plus(storage.stored(step - 1), -half);
      }
      model.linear().atMost(subject, step, row, most);
    }
  }

  private static void keepFloor(PlanningModel model, VehicleColumns vehicle) {
    Storage storage = vehicle.storage();
    double now = storage.traits().storedKwh();
    double floor = vehicle.demand().floor().kilowattHours();
    boolean below = now < floor - SLACK;
    int insideFrom = below ? model.rulings().insideFrom(storage.name()) : 0;
    boolean opensBothWays = model.rulings().relaxed() && insideFrom > model.steps();
    for (int step = storage.first(); step < storage.end(); step++) {
      if (step >= insideFrom - 1) {
        double lower = Math.max(0, below ? floor - SLACK : Math.min(floor, now));
        model.linear().bound(storage.stored(step), lower, storage.traits().capacityKwh());
      } else {
        double least = Math.max(0, now - SLACK);
        model.linear().bound(storage.stored(step), least, storage.traits().capacityKwh());
      }
      if (step < insideFrom && !opensBothWays) {
        model.linear().bound(storage.discharge(step), 0, 0);
      }
    }
  }

  private static void keepMinimumAtDeparture(LinearModel linear, VehicleColumns vehicle) {
    VehicleDemand demand = vehicle.demand();
    var last = vehicle.storage().stored(vehicle.storage().end() - 1);
    double least = VehicleColumns.leastAtDeparture(demand).kilowattHours();
    linear.bound(last, Math.max(linear.lower(last), least), linear.upper(last));
  }
}
