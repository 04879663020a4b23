package energy.setpoint.optimizer.promise;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.FairShare;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.VehicleColumns;

/**
 * No vehicle misses a larger share of what it lacks than one that is common to all. Only part of a
 * model in which something must be missing. Maths: {@code docs/optimizer/fair-shares.md}.
 */
public final class FairShares implements ConstraintFamily {

  /**
   * Above every share, so that no goal before this one has a price for the shares: a share held at
   * 1 for who is beyond help would end the sharing among the others.
   */
  private static final double OUT_OF_THE_WAY = 2;

  @Override
  public void addTo(PlanningModel model) {
    LinearModel linear = model.linear();
    Variable share = linear.variable("largest share missing", 0, OUT_OF_THE_WAY);
    for (VehicleColumns vehicle : model.vehicles()) {
      if (vehicle.missing().isPresent() && vehicle.demand().latePrice().isEmpty()) {
        double lacksKwh = vehicle.mostMissingKwh();
        Terms row = Terms.of(vehicle.missing().get(), 1).plus(share, -lacksKwh);
        String subject = "fair share of " + vehicle.storage().name();
        int index = linear.row(subject, -1, Double.NEGATIVE_INFINITY, row, 0);
        model.fairShares().add(new FairShare(index, vehicle.missing().get(), lacksKwh));
      }
    }
    model.goal(Goal.SHARE_FAIRLY).plus(share);
  }
}
