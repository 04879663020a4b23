package energy.setpoint.optimizer.goal;

import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.VehicleColumns;

/**
 * As little energy as possible is missing at departure, weighted; and what must be missing is
 * shared in proportion to the needs, because each further tenth of a vehicle's need that is missing
 * counts more than the one before. Maths: {@code docs/optimizer/least-shortfall.md}.
 */
public final class LeastShortfall implements ObjectiveTerm {

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      for (int part = 0; part < vehicle.missing().size(); part++) {
        model.goal(Goal.MEET_NEEDS).plus(vehicle.missing().get(part), vehicle.demand().weight());
        model.goal(Goal.SHARE_FAIRLY).plus(vehicle.missing().get(part), part + 1.0);
      }
    }
  }
}
