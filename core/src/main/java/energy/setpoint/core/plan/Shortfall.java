package energy.setpoint.core.plan;

import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * A need that the plan does not meet.
 *
 * @param missing in the battery at departure, above 0
 */
public record Shortfall(SessionId session, EvseRef evse, Energy missing) {

  /** Watt-hours that nobody notices. */
  private static final double NOISE_WATT_HOURS = 0.5;

  /** What each vehicle of a problem misses when it is charged like this. */
  static List<Shortfall> of(PlanningProblem problem, List<VehiclePlan> plans) {
    List<Shortfall> shortfalls = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      VehicleDemand demand = problem.vehicles().get(i);
      Energy missing = missing(demand, problem.grid(), plans.get(i).power());
      if (missing.wattHours() > NOISE_WATT_HOURS) {
        shortfalls.add(new Shortfall(demand.session(), demand.evse(), missing));
      }
    }
    return shortfalls;
  }

  /**
   * What a vehicle misses of its target at its departure, or at the end of the grid if that is
   * earlier; nothing when it comes after the grid's end.
   */
  public static Energy missing(VehicleDemand demand, TimeGrid grid, PowerCurve power) {
    return demand.connected().start().isBefore(grid.end())
        ? demand.target().minus(StoredEnergy.of(demand, power).atEnd()).max(Energy.ZERO)
        : Energy.ZERO;
  }
}
