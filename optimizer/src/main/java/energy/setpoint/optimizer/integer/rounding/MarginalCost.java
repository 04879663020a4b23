package energy.setpoint.optimizer.integer.rounding;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.money.MeteredImport;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.integer.pattern.Offer;
import energy.setpoint.optimizer.model.PlanningModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What more or less power costs in a step beside a solution, when the grid and all that is free to
 * follow give way to it. A kilowatt above the highest peak of the solution costs its price in each
 * step for itself, which is dear enough to be avoided and never too cheap. Maths: {@code
 * docs/optimizer/minimum-power-and-steps.md}.
 */
final class MarginalCost {

  private static final String GRID = "";

  private final double[] gridKw;
  private final List<SupplyCurve> curves = new ArrayList<>();

  private MarginalCost(Solution solution) {
    PlanningModel model = solution.model();
    gridKw = new double[model.steps()];
    for (int step = 0; step < gridKw.length; step++) {
      gridKw[step] = solution.values()[model.gridConnection().power(step).index()];
      curves.add(new SupplyCurve());
    }
  }

  /**
   * The cost beside a solution.
   *
   * @param trust share of what devices can give way that is counted on; 0 for the grid alone
   */
  static MarginalCost beside(Solution solution, double trust) {
    MarginalCost cost = new MarginalCost(solution);
    cost.addGrid(solution.model().problem());
    if (trust > 0 && solution.prices().length > 0) {
      new GivingWay(solution, trust).addTo(cost.curves);
    }
    return cost;
  }

  private void addGrid(PlanningProblem problem) {
    List<List<Threshold>> peaks = peaks(problem);
    for (int step = 0; step < gridKw.length; step++) {
      double buy = problem.importPrice(step).perKilowattHour() * problem.grid().hours(step);
      double sell = problem.exportPrice(step).perKilowattHour() * problem.grid().hours(step);
      boolean dearExport = buy < sell;
      double here = gridKw[step] < 0 ? sell : buy;
      double price = dearExport ? here : sell;
      double from = Double.NEGATIVE_INFINITY;
      List<Threshold> thresholds = new ArrayList<>(peaks.get(step));
      thresholds.add(new Threshold(0, dearExport ? 0 : buy - sell));
      thresholds.sort(Comparator.comparingDouble(Threshold::kilowatts));
      for (Threshold threshold : thresholds) {
        addGrid(step, price, from, threshold.kilowatts());
        from = threshold.kilowatts();
        price += threshold.dearer();
      }
      addGrid(step, price, from, Double.POSITIVE_INFINITY);
    }
  }

  private void addGrid(int step, double price, double fromKw, double toKw) {
    curves.get(step).more(GRID, price, toKw - Math.max(fromKw, gridKw[step]));
    curves.get(step).less(GRID, price, Math.min(toKw, gridKw[step]) - fromKw);
  }

  /** A power at the grid connection above which each kilowatt costs more. */
  private record Threshold(double kilowatts, double dearer) {}

  private List<List<Threshold>> peaks(PlanningProblem problem) {
    PowerCurve grid = PowerCurve.generate(problem.grid(), step -> gridKw[step] * 1000);
    List<List<Threshold>> peaks = new ArrayList<>();
    for (int step = 0; step < gridKw.length; step++) {
      peaks.add(new ArrayList<>());
    }
    for (PeakPrice price : problem.money().peaks()) {
      double level = MeteredImport.highest(price, grid).max(price.reached()).kilowatts();
      double dearer =
          price.costOf(Power.ofKilowatts(level + 1)) - price.costOf(Power.ofKilowatts(level));
      for (int step = 0; step < gridKw.length; step++) {
        if (price.counts(problem.grid().step(step))) {
          peaks.get(step).add(new Threshold(level, dearer));
        }
      }
    }
    return peaks;
  }

  /**
   * The cost of a power.
   *
   * @param besidesKw what the site takes without it
   * @param asking who takes it
   */
  Offer.Cost in(int step, double besidesKw, String asking) {
    SupplyCurve curve = curves.get(step);
    double moved = besidesKw - gridKw[step];
    double before = curve.costOf(moved, asking);
    return kilowatts -> curve.costOf(moved + kilowatts, asking) - before;
  }
}
