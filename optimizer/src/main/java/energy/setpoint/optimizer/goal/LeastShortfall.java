package energy.setpoint.optimizer.goal;

import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.LoadColumns;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.VehicleColumns;

/**
 * As little energy as possible is missing at departure, weighted; where being late has a price,
 * what is missing is a matter of money instead. Maths: {@code docs/optimizer/least-shortfall.md}.
 */
public final class LeastShortfall implements ObjectiveTerm {

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      vehicle.missing().ifPresent(missing -> add(model, vehicle, missing));
    }
    for (LoadColumns load : model.loads()) {
      load.missing().ifPresent(m -> model.goal(Goal.MEET_NEEDS).plus(m, load.load().weight()));
    }
  }

  private static void add(PlanningModel model, VehicleColumns vehicle, Variable missing) {
    if (vehicle.demand().latePrice().isPresent()) {
      EnergyPrice price = vehicle.demand().latePrice().get();
      model.goal(Goal.SAVE_MONEY).plus(missing, price.perKilowattHour());
    } else {
      model.goal(Goal.MEET_NEEDS).plus(missing, vehicle.demand().weight());
    }
  }
}
