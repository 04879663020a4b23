package energy.setpoint.core.plan;

import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who shall get how much power in each step, and what that costs.
 *
 * @param createdAt in the site's time
 * @param uncontrolled the load that was expected
 * @param solar the production that was expected, at most 0 W
 * @param gridPower everything together; positive is import
 */
public record Plan(
    PlanId id,
    SiteId site,
    Instant createdAt,
    TimeGrid grid,
    List<VehiclePlan> vehicles,
    List<BatteryPlan> batteries,
    PowerCurve uncontrolled,
    PowerCurve solar,
    PowerCurve gridPower,
    CostBreakdown cost,
    List<Shortfall> shortfalls,
    SolveReport report) {

  public Plan {
    vehicles = List.copyOf(vehicles);
    batteries = List.copyOf(batteries);
    shortfalls = List.copyOf(shortfalls);
  }

  /** Completes the decisions about each device with the figures that follow from them. */
  public static Plan of(
      PlanningProblem problem,
      List<VehiclePlan> vehicles,
      List<BatteryPlan> batteries,
      List<Shortfall> shortfalls,
      SolveReport report) {
    PowerCurve uncontrolled = problem.totalLoad();
    PowerCurve solar = problem.totalSolar();
    PowerCurve gridPower = uncontrolled.plus(solar);
    for (VehiclePlan vehicle : vehicles) {
      gridPower = gridPower.plus(vehicle.power());
    }
    for (BatteryPlan battery : batteries) {
      gridPower = gridPower.plus(battery.power());
    }
    return new Plan(
        PlanId.random(),
        problem.site(),
        problem.grid().start(),
        problem.grid(),
        vehicles,
        batteries,
        uncontrolled,
        solar,
        gridPower,
        CostBreakdown.of(problem, gridPower),
        shortfalls,
        report);
  }

  public Optional<VehiclePlan> find(SessionId session) {
    return vehicles.stream().filter(v -> v.session().equals(session)).findFirst();
  }

  public Optional<BatteryPlan> find(DeviceId battery) {
    return batteries.stream().filter(b -> b.battery().equals(battery)).findFirst();
  }
}
