package energy.setpoint.optimizer.goal;

import energy.setpoint.core.plan.BatteryAsset;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.quantity.EnergyPrice;

/**
 * How large money is in a problem, so that "tiny" and "dominating" mean the same in any currency.
 */
final class MoneyScale {

  private MoneyScale() {}

  /** A usual price of a kilowatt-hour, above 0. */
  static double usualPrice(PlanningProblem problem) {
    double mean =
        problem.importPrices().stream()
            .mapToDouble(p -> Math.abs(p.perKilowattHour()))
            .average()
            .orElse(0);
    return mean > 1e-6 ? mean : 1;
  }

  /** More than a kilowatt-hour at one moment can plausibly be worth; nothing relies on it. */
  static double highPrice(PlanningProblem problem) {
    double highest = usualPrice(problem);
    double shortestHours = Double.POSITIVE_INFINITY;
    for (int step = 0; step < problem.grid().size(); step++) {
      highest = Math.max(highest, abs(problem.importPrices().get(step)));
      highest = Math.max(highest, abs(problem.exportPrices().get(step)));
      shortestHours = Math.min(shortestHours, problem.grid().hours(step));
    }
    for (BatteryAsset battery : problem.batteries()) {
      highest = Math.max(highest, abs(battery.valueOfRest()));
    }
    double perKilowatt = problem.peakPrice().map(p -> p.perKilowatt()).orElse(0.0);
    return 2 * (highest + perKilowatt / shortestHours);
  }

  private static double abs(EnergyPrice price) {
    return Math.abs(price.perKilowattHour());
  }
}
