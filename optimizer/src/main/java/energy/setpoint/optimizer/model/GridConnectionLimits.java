package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.linear.Terms;

/**
 * The site takes and feeds in no more than the grid connection allows in each step. Towards the
 * site, production and discharge count only by the relief credit. Maths: {@code
 * docs/optimizer/grid-connection-limits.md}.
 */
public final class GridConnectionLimits implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    PlanningProblem problem = model.problem();
    PowerCurve load = problem.totalLoad();
    for (int step = 0; step < model.grid().size(); step++) {
      double loadKw = load.watts(step) / 1000;
      double importKw = problem.importLimit().watts(step) / 1000;
      double exportKw = problem.exportLimit().watts(step) / 1000;
      Terms towardsSite = GridBalance.controllable(model, step, 1, problem.reliefCredit());
      new Limit("the import limit", step, towardsSite, importKw - loadKw).addTo(model);
      Terms towardsGrid = GridBalance.controllable(model, step, -1, 1);
      new Limit("the export limit", step, towardsGrid, exportKw + loadKw)
          .addTo(model, Terms.of(model.gridPower(step), -1), -loadKw);
    }
  }
}
