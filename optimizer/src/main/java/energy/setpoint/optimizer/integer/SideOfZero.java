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

  private final Map<Integer, Side> sides = new HashMap<>();

  /**
   * The columns of a step.
   *
   * @param line what the relaxed model says, at 0 kW and for each kilowatt
   */
  private record Side(
      Variable power, Variable export, Variable above, double[] line, double buy, double sell) {}

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
    Terms asImport = Terms.of(above, 1).plus(power, chord - buy).plus(export, slackAsImport);
    linear.atLeast("priced as import", step, asImport, -atZero);
    Terms asExport = Terms.of(above, 1).plus(power, chord - sell).plus(export, -slackAsExport);
    linear.atLeast("priced as export", step, asExport, -atZero - slackAsExport);
    model.goal(Goal.SAVE_MONEY).plus(above);
    double[] line = {atZero, chord};
    sides.put(step, new Side(power, export, above, line, buy, sell));
  }

  @Override
  public Rulings chosen(Rulings before, double[] values) {
    Set<Integer> steps = new HashSet<>();
    sides.forEach((step, side) -> {
      if (values[side.export().index()] > 0.5) {
        steps.add(step);
      }
    });
    return before.withExporting(steps);
  }

  @Override
  public void complete(double[] values) {
    for (Side side : sides.values()) {
      double power = values[side.power().index()];
      double cost = Math.min(side.buy() * power, side.sell() * power);
      values[side.export().index()] = power < 0 ? 1 : 0;
      values[side.above().index()] = Math.max(0, cost - side.line()[0] - side.line()[1] * power);
    }
  }
}
