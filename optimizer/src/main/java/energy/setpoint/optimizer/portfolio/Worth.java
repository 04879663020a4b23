package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.EnergyPrice;

/**
 * How much a kilowatt-hour at one moment may be worth to a site, generously, in its currency. What
 * deviates from a dispatch costs at least as much.
 */
final class Worth {

  /** For what is lost on the way through batteries. */
  private static final double GENEROUS = 4;

  private Worth() {}

  /** Energy alone. */
  static double ofEnergy(PlanningProblem problem) {
    double highest = 1e-3;
    for (int step = 0; step < problem.grid().size(); step++) {
      highest = Math.max(highest, magnitude(problem.importPrice(step)));
      highest = Math.max(highest, magnitude(problem.exportPrice(step)));
    }
    return GENEROUS * highest;
  }

  /** Energy with everything that it may bring along: peaks, lateness, wear, penalties. */
  static double ofEnergyAndPeak(PlanningProblem problem) {
    double highest = 0;
    for (VehicleDemand vehicle : problem.vehicles()) {
      double late = magnitude(vehicle.latePrice().orElse(EnergyPrice.FREE));
      highest = Math.max(highest, late + magnitude(vehicle.wear()));
    }
    for (BatteryAsset battery : problem.batteries()) {
      highest = Math.max(highest, magnitude(battery.valueOfRest()) + magnitude(battery.wear()));
    }
    for (GridEvent event : problem.events()) {
      if (event.obligation() instanceof GridEvent.Obligation.Paid paid) {
        highest = Math.max(highest, magnitude(paid.penalty()));
      }
    }
    return ofEnergy(problem) + GENEROUS * (highest + perPeakKilowattHour(problem));
  }

  private static double perPeakKilowattHour(PlanningProblem problem) {
    double perKilowatt = 0;
    for (PeakPrice price : problem.money().peaks()) {
      perKilowatt +=
          price.tiers().stream().mapToDouble(PeakPrice.Tier::perKilowatt).max().orElse(0);
    }
    double shortestHours = Double.POSITIVE_INFINITY;
    for (int step = 0; step < problem.grid().size(); step++) {
      shortestHours = Math.min(shortestHours, problem.grid().hours(step));
    }
    return perKilowatt / shortestHours;
  }

  private static double magnitude(EnergyPrice price) {
    return Math.abs(price.perKilowattHour());
  }
}
