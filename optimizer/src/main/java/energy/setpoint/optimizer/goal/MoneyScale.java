package energy.setpoint.optimizer.goal;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.EnergyPrice;

/**
 * How large money is in a problem, so that "tiny" and "dominating" mean the same in any currency.
 */
public final class MoneyScale {

  private MoneyScale() {}

  /**
   * A usual price of a kilowatt-hour, above 0: the mean, but never so far below the dearest that
   * the numbers of a search would lie many orders apart.
   */
  public static double usualPrice(PlanningProblem problem) {
    double sum = 0;
    for (int step = 0; step < problem.grid().size(); step++) {
      sum += Math.max(abs(problem.importPrice(step)), abs(problem.exportPrice(step)));
    }
    double mean = Math.max(sum / problem.grid().size(), 1e-3 * dearest(problem));
    return mean > 0 ? mean : 1;
  }

  /** More than a kilowatt-hour at one moment can plausibly be worth; nothing relies on it. */
  public static double highPrice(PlanningProblem problem) {
    return 2 * Math.max(usualPrice(problem), dearest(problem));
  }

  private static double dearest(PlanningProblem problem) {
    double highest = 0;
    double shortestHours = Double.POSITIVE_INFINITY;
    for (int step = 0; step < problem.grid().size(); step++) {
      highest = Math.max(highest, abs(problem.importPrice(step)));
      highest = Math.max(highest, abs(problem.exportPrice(step)));
      shortestHours = Math.min(shortestHours, problem.grid().hours(step));
    }
    for (BatteryAsset battery : problem.batteries()) {
      highest = Math.max(highest, abs(battery.valueOfRest()) + abs(battery.wear()));
    }
    for (VehicleDemand vehicle : problem.vehicles()) {
      double late = abs(vehicle.latePrice().orElse(EnergyPrice.FREE));
      highest = Math.max(highest, late + abs(vehicle.wear()));
    }
    for (GridEvent event : problem.events()) {
      if (event.obligation() instanceof GridEvent.Obligation.Paid paid) {
        highest = Math.max(highest, abs(paid.penalty()));
      }
    }
    double perKilowatt = 0;
    for (PeakPrice price : problem.money().peaks()) {
      perKilowatt +=
          price.tiers().stream().mapToDouble(PeakPrice.Tier::perKilowatt).max().orElse(0);
    }
    return highest + perKilowatt / shortestHours;
  }

  private static double abs(EnergyPrice price) {
    return Math.abs(price.perKilowattHour());
  }
}
