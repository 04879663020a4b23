package energy.setpoint.optimizer.goal;

import energy.setpoint.core.plan.BatteryAsset;
import energy.setpoint.core.plan.GridEvent;
import energy.setpoint.core.plan.PeakPrice;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.quantity.EnergyPrice;

/**
 * How large money is in a problem, so that "tiny" and "dominating" mean the same in any currency.
 */
public final class MoneyScale {

  private MoneyScale() {}

  /** A usual price of a kilowatt-hour, above 0. */
  public static double usualPrice(PlanningProblem problem) {
    double sum = 0;
    for (int step = 0; step < problem.grid().size(); step++) {
      sum += abs(problem.importPrice(step));
    }
    double mean = sum / problem.grid().size();
    return mean > 1e-6 ? mean : 1;
  }

  /** More than a kilowatt-hour at one moment can plausibly be worth; nothing relies on it. */
  public static double highPrice(PlanningProblem problem) {
    double highest = usualPrice(problem);
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
      highest = Math.max(highest, abs(vehicle.latePrice().orElse(EnergyPrice.FREE)));
    }
    for (GridEvent event : problem.events()) {
      if (event.obligation() instanceof GridEvent.Obligation.Paid paid) {
        highest = Math.max(highest, abs(paid.penalty()));
      }
    }
    double perKilowatt = 0;
    for (PeakPrice price : problem.money().peaks()) {
      double dearest = price.tiers().stream().mapToDouble(PeakPrice.Tier::perKilowatt).max().orElse(0);
      perKilowatt += dearest;
    }
    return 2 * (highest + perKilowatt / shortestHours);
  }

  private static double abs(EnergyPrice price) {
    return Math.abs(price.perKilowattHour());
  }
}
