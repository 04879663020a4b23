package energy.setpoint.core.plan;

import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a planner needs in order to decide who gets how much power in each step.
 *
 * @param voltage nominal, between phase and neutral
 * @param importLimit the most that may be taken from the grid in each step, at least 0 W
 * @param exportLimit the most that may be fed into the grid in each step, as a magnitude
 * @param importPrices one for each step
 * @param exportPrices one for each step, what the site is paid
 * @param reliefCredit the share, 0 to 1, of production and discharge that may be counted on to keep
 *     circuits and the grid connection inside their import limits. The engine plans with 0, because
 *     a cloud or a lost connection must not blow a fuse; a study may plan with 1.
 */
public record PlanningProblem(
    SiteId site,
    TimeGrid grid,
    Voltage voltage,
    CircuitTree circuits,
    PowerCurve importLimit,
    PowerCurve exportLimit,
    List<VehicleDemand> vehicles,
    List<BatteryAsset> batteries,
    List<SolarForecast> solar,
    List<UncontrolledLoad> loads,
    List<EnergyPrice> importPrices,
    List<EnergyPrice> exportPrices,
    Optional<PeakPrice> peakPrice,
    double reliefCredit) {

  public PlanningProblem {
    vehicles = List.copyOf(vehicles);
    batteries = List.copyOf(batteries);
    solar = List.copyOf(solar);
    loads = List.copyOf(loads);
    importPrices = List.copyOf(importPrices);
    exportPrices = List.copyOf(exportPrices);
    Checks.requireSize("import price list", importPrices.size(), grid.size());
    Checks.requireSize("export price list", exportPrices.size(), grid.size());
    Checks.requireSize("import limit", importLimit.size(), grid.size());
    Checks.requireSize("export limit", exportLimit.size(), grid.size());
    if (!(reliefCredit >= 0 && reliefCredit <= 1)) {
      throw new IllegalArgumentException(
          "The relief credit must be within 0 and 1, but is " + reliefCredit + ".");
    }
    Set<Object> seen = new HashSet<>();
    for (VehicleDemand vehicle : vehicles) {
      circuits.pathToRoot(vehicle.circuit());
      if (!seen.add(vehicle.session())) {
        throw new IllegalArgumentException("Vehicle " + vehicle.session() + " occurs twice.");
      }
    }
    batteries.forEach(asset -> circuits.pathToRoot(asset.battery().circuit()));
    for (SolarForecast forecast : solar) {
      circuits.pathToRoot(forecast.circuit());
      Checks.requireSize("solar forecast", forecast.production().size(), grid.size());
    }
    for (UncontrolledLoad load : loads) {
      circuits.pathToRoot(load.circuit());
      Checks.requireSize("uncontrolled load", load.l1().size(), grid.size());
    }
  }

  /** Production of all inverters together, at most 0 W. */
  public PowerCurve totalSolar() {
    return solar.stream()
        .map(SolarForecast::production)
        .reduce(PowerCurve.zero(grid), PowerCurve::plus);
  }

  /** Uncontrolled load of all circuits together. */
  public PowerCurve totalLoad() {
    return loads.stream()
        .map(UncontrolledLoad::total)
        .reduce(PowerCurve.zero(grid), PowerCurve::plus);
  }
}
