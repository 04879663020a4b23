package energy.setpoint.optimizer.goal;

import energy.setpoint.optimizer.model.BatteryColumns;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;

/**
 * Energy left in a stationary battery at the end of the grid is worth what the problem says, so
 * that the end of the horizon does not empty it. Maths: {@code
 * docs/optimizer/stored-energy-value.md}.
 */
public final class StoredEnergyValue implements ObjectiveTerm {

  @Override
  public void addTo(PlanningModel model) {
    int last = model.grid().size() - 1;
    for (BatteryColumns battery : model.batteries()) {
      double value = battery.asset().valueOfRest().perKilowattHour();
      model.goal(Goal.SAVE_MONEY).plus(battery.storage().stored(last), -value);
    }
  }
}
