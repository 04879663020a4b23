package energy.setpoint.optimizer.goal;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.GridColumns;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;

/**
 * Energy from the grid costs the import price, energy into it earns the export price; fees, taxes
 * and carbon are in both. The net power of a step is one column, so no plan imports and exports at
 * once. Where export is dearer than import the cost is not convex, and a ruling says which of the
 * two prices the whole step has; in a relaxed model it is the line between the cost of the most
 * export and that of the most import, which no cost lies below. Maths: {@code
 * docs/optimizer/energy-cost.md}.
 */
public final class EnergyCost implements ObjectiveTerm {

  @Override
  public void addTo(PlanningModel model) {
    PlanningProblem problem = model.problem();
    GridColumns grid = model.gridConnection();
    Terms money = model.goal(Goal.SAVE_MONEY);
    for (int step = 0; step < model.steps(); step++) {
      double buy = problem.importPrice(step).perKilowattHour();
      double sell = problem.exportPrice(step).perKilowattHour();
      double hours = model.hours(step);
      if (buy > sell && !grid.onlyExports(step)) {
        boolean onlyImports = grid.imported(step).equals(grid.power(step));
        money.plus(grid.power(step), onlyImports ? 0 : hours * sell);
        money.plus(grid.imported(step), hours * (onlyImports ? buy : buy - sell));
      } else if (buy < sell && model.rulings().relaxed() && !grid.onlyExports(step)) {
        addChord(model, step, hours * buy, hours * sell);
      } else {
        boolean exporting = grid.onlyExports(step) || model.rulings().exporting().contains(step);
        money.plus(grid.power(step), hours * (exporting ? sell : buy));
      }
    }
  }

  private static void addChord(PlanningModel model, int step, double buy, double sell) {
    Terms money = model.goal(Goal.SAVE_MONEY);
    Variable power = model.gridConnection().power(step);
    double leastKw = model.gridConnection().leastKw(step);
    double mostKw = model.gridConnection().mostKw(step);
    if (leastKw >= 0) {
      money.plus(power, buy);
    } else if (mostKw <= 0) {
      money.plus(power, sell);
    } else {
      double slope = (buy * mostKw - sell * leastKw) / (mostKw - leastKw);
      money.plus(power, slope);
      model.addFixedMoney((sell - slope) * leastKw);
    }
  }
}
