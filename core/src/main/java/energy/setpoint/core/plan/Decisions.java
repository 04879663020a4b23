package energy.setpoint.core.plan;

import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.time.PowerCurve;
import java.util.List;

/**
 * What a planner decides; everything else in a plan follows from it. Each list is in the order of
 * the problem.
 */
public record Decisions(
    List<VehiclePlan> vehicles,
    List<BatteryPlan> batteries,
    List<LoadPlan> loads,
    List<SolarPlan> solar) {

  public Decisions {
    vehicles = List.copyOf(vehicles);
    batteries = List.copyOf(batteries);
    loads = List.copyOf(loads);
    solar = List.copyOf(solar);
  }

  /** Vehicles as given; batteries and flexible loads idle, all the sun used. */
  public static Decisions ofVehicles(PlanningProblem problem, List<VehiclePlan> vehicles) {
    PowerCurve idle = PowerCurve.zero(problem.grid());
    return new Decisions(
        vehicles,
        problem.batteries().stream().map(b -> new BatteryPlan(b.battery().id(), idle)).toList(),
        problem.flexibleLoads().stream().map(l -> new LoadPlan(l.id(), idle, l.need())).toList(),
        allSun(problem));
  }

  /** Every inverter produces what is forecast. */
  public static List<SolarPlan> allSun(PlanningProblem problem) {
    return problem.solar().stream().map(s -> new SolarPlan(s.circuit(), s.production())).toList();
  }

  /** The power at the grid connection; positive is import. */
  public PowerCurve gridPower(PlanningProblem problem) {
    double[] watts = problem.totalLoad().toWatts();
    vehicles.forEach(v -> add(watts, v.power()));
    batteries.forEach(b -> add(watts, b.power()));
    loads.forEach(l -> add(watts, l.power()));
    solar.forEach(s -> add(watts, s.production()));
    return PowerCurve.ofWatts(problem.grid(), watts);
  }

  private static void add(double[] watts, PowerCurve curve) {
    for (int step = 0; step < watts.length; step++) {
      watts[step] += curve.watts(step);
    }
  }

  /** What a flexible load misses when it runs like this. */
  public static LoadPlan of(FlexibleLoad load, PowerCurve power) {
    Energy missing = load.need().minus(power.energy()).max(Energy.ZERO);
    return new LoadPlan(load.id(), power, missing);
  }
}
