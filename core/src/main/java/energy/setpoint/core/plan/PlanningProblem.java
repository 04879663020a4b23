package energy.setpoint.core.plan;

import energy.setpoint.core.plan.money.Money;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.Checks;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a planner needs in order to decide who gets how much power in each step. Written with
 * a {@link ProblemDraft}.
 *
 * @param voltage nominal, between phase and neutral
 * @param importLimit the most that may be taken from the grid in each step, at least 0 W
 * @param exportLimit the most that may be fed into the grid in each step, as a magnitude
 * @param money what the grid connection costs and earns
 * @param events what the grid wants of the site
 * @param solar what is counted on: at its quantile where {@code uncertainty} says so
 * @param loads what is counted on, likewise
 * @param uncertainty how the plan deals with forecasts that may be wrong
 * @param inForce the plan that is being followed; among equally good plans the one most like it is
 *     chosen
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
    List<FlexibleLoad> flexibleLoads,
    Money money,
    List<GridEvent> events,
    Uncertainty uncertainty,
    Optional<Plan> inForce,
    double reliefCredit) {

  public PlanningProblem {
    vehicles = List.copyOf(vehicles);
    batteries = List.copyOf(batteries);
    solar = List.copyOf(solar);
    loads = List.copyOf(loads);
    flexibleLoads = List.copyOf(flexibleLoads);
    events = List.copyOf(events);
    money.requireSteps(grid.size());
    Checks.requireSize("import limit", importLimit.size(), grid.size());
    Checks.requireSize("export limit", exportLimit.size(), grid.size());
    if (!(reliefCredit >= 0 && reliefCredit <= 1)) {
      throw new IllegalArgumentException(
          "The relief credit must be within 0 and 1, but is " + reliefCredit + ".");
    }
    Set<Object> seen = new HashSet<>();
    vehicles.forEach(v -> requireOnce(seen, "Vehicle", v.session()));
    batteries.forEach(b -> requireOnce(seen, "Device", b.battery().id()));
    flexibleLoads.forEach(l -> requireOnce(seen, "Device", l.id()));
    events.forEach(e -> requireOnce(seen, "Grid event", e.id()));
    vehicles.forEach(v -> circuits.pathToRoot(v.circuit()));
    batteries.forEach(b -> circuits.pathToRoot(b.battery().circuit()));
    flexibleLoads.forEach(l -> circuits.pathToRoot(l.circuit()));
    requireForecasts(circuits, grid, solar, loads);
    switch (uncertainty) {
      case Uncertainty.Ignored ignored -> {}
      case Uncertainty.ByQuantile quantile -> {
        solar = solar.stream().map(s -> s.at(quantile.solar())).toList();
        loads = loads.stream().map(l -> l.at(quantile.load())).toList();
      }
      case Uncertainty.Scenarios scenarios -> {
        for (Uncertainty.Scenario scenario : scenarios.all()) {
          requireForecasts(circuits, grid, scenario.solar(), scenario.loads());
          scenario.absent().forEach(new Expected(vehicles)::require);
        }
      }
    }
  }

  private static void requireForecasts(
      CircuitTree circuits,
      TimeGrid grid,
      List<SolarForecast> solar,
      List<UncontrolledLoad> loads) {
    for (SolarForecast forecast : solar) {
      circuits.pathToRoot(forecast.circuit());
      Checks.requireSize("solar forecast", forecast.production().size(), grid.size());
      forecast.quantiles().requireSteps("quantile of a solar forecast", grid.size());
    }
    for (UncontrolledLoad load : loads) {
      circuits.pathToRoot(load.circuit());
      Checks.requireSize("uncontrolled load", load.l1().size(), grid.size());
      load.quantiles().requireSteps("quantile of an uncontrolled load", grid.size());
    }
  }

  /** Only a vehicle that is expected can stay away. */
  private record Expected(List<VehicleDemand> vehicles) {

    void require(SessionId absent) {
      if (vehicles.stream().noneMatch(v -> v.session().equals(absent) && v.expected())) {
        throw new IllegalArgumentException(
            "Vehicle " + absent + " cannot be absent, because it is not expected but there.");
      }
    }
  }

  private static void requireOnce(Set<Object> seen, String what, Object name) {
    if (!seen.add(name)) {
      throw new IllegalArgumentException(what + " " + name + " occurs twice.");
    }
  }

  /** The scenario that a plan follows after here and now; empty where there are none. */
  public Optional<Uncertainty.Scenario> mostProbable() {
    return switch (uncertainty) {
      case Uncertainty.Ignored ignored -> Optional.empty();
      case Uncertainty.ByQuantile ignored -> Optional.empty();
      case Uncertainty.Scenarios scenarios -> Optional.of(scenarios.mostProbable());
    };
  }

  /**
   * The one future that a plan states its powers and costs for: the most probable of its scenarios,
   * and the problem itself where there are none.
   */
  public PlanningProblem nominal() {
    return mostProbable().map(scenario -> scenario.of(this)).orElse(this);
  }

  /** A draft that begins as this problem. */
  public ProblemDraft toDraft() {
    return new ProblemDraft(this);
  }

  /** What a kilowatt-hour from the grid costs in a step, all included. */
  public EnergyPrice importPrice(int step) {
    return money.importPrice(step);
  }

  /** What a kilowatt-hour into the grid earns in a step, all included. */
  public EnergyPrice exportPrice(int step) {
    return money.exportPrice(step);
  }

  /** Production of all inverters together when nothing holds them back, at most 0 W. */
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
