package energy.setpoint.core.plan;

import energy.setpoint.core.time.PowerCurve;

/**
 * What a plan costs over its grid, in the site's currency.
 *
 * @param energyImport paid for energy from the grid
 * @param energyExport earned for energy into the grid, positive when earned
 * @param peak what the plan adds to the month's demand charge, at least 0
 */
public record CostBreakdown(double energyImport, double energyExport, double peak) {

  public double total() {
    return energyImport - energyExport + peak;
  }

  /**
   * The cost of a power at the grid connection.
   *
   * @param grid positive is import
   */
  public static CostBreakdown of(PlanningProblem problem, PowerCurve grid) {
    double bought = 0;
    double sold = 0;
    double peakWatts = 0;
    for (int step = 0; step < grid.size(); step++) {
      double kilowattHours = grid.energy(step).kilowattHours();
      if (kilowattHours >= 0) {
        bought += kilowattHours * problem.importPrices().get(step).perKilowattHour();
      } else {
        sold -= kilowattHours * problem.exportPrices().get(step).perKilowattHour();
      }
      peakWatts = Math.max(peakWatts, grid.watts(step));
    }
    double highest = peakWatts;
    double peak =
        problem
            .peakPrice()
            .map(p -> Math.max(0, highest - p.reached().watts()) / 1000 * p.perKilowatt())
            .orElse(0.0);
    return new CostBreakdown(bought, sold, peak);
  }
}
