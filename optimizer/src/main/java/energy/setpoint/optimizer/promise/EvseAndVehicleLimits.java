package energy.setpoint.optimizer.promise;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.Direction;
import energy.setpoint.optimizer.model.Levels;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;

/**
 * A vehicle charges and discharges within what it and its EVSE can do, and only while it is
 * connected. In a step in which it is connected for a part, its average power is at most that part
 * of its maximum. One with levels of power takes no more than the highest of them. Maths: {@code
 * docs/optimizer/evse-and-vehicle-limits.md}.
 */
public final class EvseAndVehicleLimits implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      Storage storage = vehicle.storage();
      double chargeKw = Levels.of(vehicle.demand()).most();
      double dischargeKw = vehicle.demand().maxDischarge().kilowatts();
      for (int step = storage.first(); step < storage.end(); step++) {
        double share = model.grid().share(step, vehicle.demand().connected());
        bound(model, storage, step, chargeKw * share, dischargeKw * share);
      }
    }
  }

  /** Bounds the power of one step, less the directions that a ruling has closed. */
  static void bound(
      PlanningModel model, Storage storage, int step, double chargeKw, double dischargeKw) {
    LinearModel linear = model.linear();
    Rulings rulings = model.rulings();
    boolean charges = rulings.allows(storage.name(), step, Direction.CHARGE);
    double ruledKw = rulings.pattern(storage.name()).map(p -> p.upper(step)).orElse(chargeKw);
    linear.bound(storage.charge(step), 0, charges ? Math.min(ruledKw, chargeKw) : 0);
    if (storage.twoWay()) {
      boolean ruledOn = rulings.pattern(storage.name()).filter(p -> p.lower(step) > 0).isPresent();
      boolean discharges = !ruledOn && rulings.allows(storage.name(), step, Direction.DISCHARGE);
      linear.bound(storage.discharge(step), 0, discharges ? dischargeKw : 0);
    }
  }
}
