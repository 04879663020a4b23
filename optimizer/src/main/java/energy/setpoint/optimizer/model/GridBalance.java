package energy.setpoint.optimizer.model;

import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.linear.Terms;

/**
 * The power at the grid connection is the sum of everything on the site. Maths: {@code
 * docs/optimizer/grid-balance.md}.
 */
public final class GridBalance implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    PowerCurve load = model.problem().totalLoad();
    for (int step = 0; step < model.grid().size(); step++) {
      Terms row = controllable(model, step, 1, 1).plus(model.gridPower(step), -1);
      model.linear().equal("grid balance @" + step, row, -load.watts(step) / 1000);
    }
  }

  /**
   * Storages and production of one step, without the uncontrolled load.
   *
   * @param credit the share of discharge and production that counts
   */
  static Terms controllable(PlanningModel model, int step, double sign, double credit) {
    Terms sum = new Terms();
    for (Storage storage : model.storages()) {
      storage.addPower(sum, step, sign, credit);
    }
    for (int forecast = 0; forecast < model.problem().solar().size(); forecast++) {
      sum.plus(model.solar(forecast, step), sign * credit);
    }
    return sum;
  }
}
