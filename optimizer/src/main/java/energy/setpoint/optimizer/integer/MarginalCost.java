package energy.setpoint.optimizer.integer;

import energy.setpoint.core.plan.MeteredImport;
import energy.setpoint.core.plan.PeakPrice;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.PowerCurve;
import java.util.ArrayList;
import java.util.List;

/**
 * What more power costs in a step beside what the site takes already. A kilowatt above the highest
 * peak of the solution costs its price in each step for itself, which is dear enough to be avoided
 * and never too cheap.
 */
final class MarginalCost {

  private final PlanningProblem problem;
  private final List<double[]> peakLevels = new ArrayList<>();
  private final List<Double> peakPrices = new ArrayList<>();

  /**
   * @param gridKw the power at the grid connection in each step
   */
  MarginalCost(PlanningProblem problem, double[] gridKw) {
    this.problem = problem;
    PowerCurve grid = PowerCurve.generate(problem.grid(), step -> gridKw[step] * 1000);
    for (PeakPrice price : problem.money().peaks()) {
      double level = MeteredImport.highest(price, grid).max(price.reached()).kilowatts();
      double[] levels = new double[gridKw.length];
      for (int step = 0; step < levels.length; step++) {
        boolean counts = price.counts(problem.grid().step(step));
        levels[step] = counts ? level : Double.POSITIVE_INFINITY;
      }
      peakLevels.add(levels);
      peakPrices.add(
          price.costOf(Power.ofKilowatts(level + 1)) - price.costOf(Power.ofKilowatts(level)));
    }
  }

  /**
   * The cost of a power.
   *
   * @param besidesKw what the site takes without it
   */
  Offer.Cost in(int step, double besidesKw) {
    double before = at(step, besidesKw);
    return kilowatts -> at(step, besidesKw + kilowatts) - before;
  }

  private double at(int step, double gridKw) {
    double price =
        gridKw >= 0
            ? problem.importPrice(step).perKilowattHour()
            : problem.exportPrice(step).perKilowattHour();
    double cost = price * gridKw * problem.grid().hours(step);
    for (int i = 0; i < peakPrices.size(); i++) {
      cost += peakPrices.get(i) * Math.max(0, gridKw - peakLevels.get(i)[step]);
    }
    return cost;
  }
}
