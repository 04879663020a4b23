package energy.setpoint.optimizer;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.quantity.Energy;
import java.util.ArrayList;
import java.util.List;

/** Which needs some decisions do not meet. */
public final class MissingEnergy {

  /** Less than this is rounding. */
  static final double NOISE_WATT_HOURS = 0.5;

  private MissingEnergy() {}

  /**
   * The shortfalls of all vehicles that could have been charged by now, at departure or at the end
   * of the grid if that is earlier. A vehicle that arrives after the grid misses nothing yet.
   *
   * @param plans one for each vehicle, in the order of the problem
   */
  public static List<Shortfall> of(PlanningProblem problem, List<VehiclePlan> plans) {
    List<Shortfall> shortfalls = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      VehicleDemand demand = problem.vehicles().get(i);
      double missing = missingWattHours(demand, plans.get(i));
      if (missing > NOISE_WATT_HOURS && demand.connected().start().isBefore(problem.grid().end())) {
        shortfalls.add(new Shortfall(demand.session(), demand.evse(), new Energy(missing)));
      }
    }
    return shortfalls;
  }

  static double missingWattHours(VehicleDemand demand, VehiclePlan plan) {
    return demand.target().wattHours() - StoredEnergy.of(demand, plan.power()).atEndWattHours();
  }
}
