package energy.setpoint.optimizer.goal;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;

/**
 * Energy from the grid costs the import price, energy into it earns the export price. The net power
 * of a step is one column, so no plan imports and exports at once. Where export is dearer than
 * import the cost is not convex, and a ruling says which of the two prices the whole step has.
 * Maths: {@code docs/optimizer/energy-cost.md}.
 */
public final class EnergyCost implements ObjectiveTerm {

  @Override
  public void addTo(PlanningModel model) {
    PlanningProblem problem = model.problem();
    for (int step = 0; step < model.grid().size(); step++) {
      double buy = problem.importPrices().get(step).perKilowattHour();
      double sell = problem.exportPrices().get(step).perKilowattHour();
      double hours = model.grid().hours(step);
      Terms money = model.goal(Goal.SAVE_MONEY);
      if (buy >= sell) {
        money.plus(model.gridPower(step), hours * sell);
        addImportSurcharge(model, money, step, hours * (buy - sell));
      } else {
        boolean exporting = model.rulings().exporting().contains(step);
        money.plus(model.gridPower(step), hours * (exporting ? sell : buy));
      }
    }
  }

  private static void addImportSurcharge(
      PlanningModel model, Terms money, int step, double surcharge) {
    if (surcharge == 0) {
      return;
    }
    Variable imported =
        model.linear().variable("import[" + step + "]", 0, Double.POSITIVE_INFINITY);
    Terms row = Terms.of(imported, 1).plus(model.gridPower(step), -1);
    model.linear().atLeast("import part @" + step, row, 0);
    money.plus(imported, surcharge);
  }
}
