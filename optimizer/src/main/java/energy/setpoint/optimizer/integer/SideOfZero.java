package energy.setpoint.optimizer.integer;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where export is dearer than import, a step is priced as import or as export, and costs what that
 * price is above the line of the relaxed model. Maths: {@code docs/optimizer/energy-cost.md}.
 */
final class SideOfZero implements EitherOr {

  private final Map<Integer, Variable> exports = new HashMap<>();

  @Override
  public void addTo(PlanningModel model) {
    for (int step = 0; step < model.steps(); step++) {
      double buy = model.problem().importPrice(step).perKilowattHour() * model.hours(step);
      double sell = model.problem().exportPrice(step).perKilowattHour() * model.hours(step);
      double least = model.gridConnection().leastKw(step);
      double most = model.gridConnection().mostKw(step);
      if (buy < sell && least < 0 && most > 0) {
        add(model, step, buy, sell);
      }
    }
  }

  private void add(PlanningModel model, int step, double buy, double sell) {
    LinearModel linear = model.linear();
    Variable power = model.gridConnection().power(step);
    double least = model.gridConnection().leastKw(step);
    double most = model.gridConnection().mostKw(step);
    double chord = (buy * most - sell * least) / (most - least);
    double atZero = (sell - chord) * least;
    double slackAsImport = (buy - sell) * least;
    double slackAsExport = (sell - buy) * most;
    Variable export = linear.binary("exports", "", step);
    Variable above = linear.variable("above line", "", step, 0, Math.max(0, -atZero));
    Terms asImport =
        Terms.of(above, 1).plus(power, chord - buy).plus(export, slackAsImport);
    linear.atLeast("priced as import", step, asImport, -atZero);
    Terms asExport =
        Terms.of(above, 1).plus(power, chord - sell).plus(export, -slackAsExport);
    linear.atLeast("priced as export", step, asExport, -atZero - slackAsExport);
    model.goal(Goal.SAVE_MONEY).plus(above);
    exports.put(step, export);
  }

  @Override
  public Rulings chosen(Rulings before, double[] values) {
    Set<Integer> steps = new HashSet<>();
    exports.forEach((step, export) -> {
      if (values[export.index()] > 0.5) {
        steps.add(step);
      }
    });
    return before.withExporting(steps);
  }
}
