package energy.setpoint.optimizer.promise;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.Flow;
import energy.setpoint.optimizer.model.PlanningModel;

/**
 * The power at the grid connection is the sum of everything on the site. Maths: {@code
 * docs/optimizer/grid-balance.md}.
 */
public final class GridBalance implements ConstraintFamily {

  /** How its rows are called. */
  public static final String SUBJECT = "grid balance";

  @Override
  public void addTo(PlanningModel model) {
    LinearModel linear = model.linear();
    for (int step = 0; step < model.steps(); step++) {
      Flow all = model.network().root().allPhases(step);
      Variable power = model.gridConnection().power(step);
      Terms row = linear.merged(all.net(1)).plus(power, -1);
      linear.equal(SUBJECT, step, row, -all.fixedKw(1));
      double least = all.taking().least() - all.giving().most() + all.fixedKw(1);
      double most = all.taking().most() - all.giving().least() + all.fixedKw(1);
      linear.bound(power, least, Math.max(least, most));
    }
  }
}
