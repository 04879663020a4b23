package energy.setpoint.optimizer.goal;

import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.optimizer.model.BatteryColumns;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;

/** Each kilowatt-hour that a battery gives back wears it. Maths: {@code docs/optimizer/wear.md}. */
public final class Wear implements ObjectiveTerm {

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      add(model, vehicle.storage(), vehicle.demand().wear());
    }
    for (BatteryColumns battery : model.batteries()) {
      add(model, battery.storage(), battery.asset().wear());
    }
  }

  private static void add(PlanningModel model, Storage storage, EnergyPrice wear) {
    for (int step = storage.first(); step < storage.end() && storage.twoWay(); step++) {
      model
          .goal(Goal.SAVE_MONEY)
          .plus(storage.discharge(step), wear.perKilowattHour() * model.hours(step));
    }
  }
}
