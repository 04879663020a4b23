package energy.setpoint.app.plan;

import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.time.PowerCurve;
import java.time.Duration;
import java.util.Optional;

/** Plans made by hand. */
final class Plans {

  private Plans() {}

  /** Nobody gets anything. */
  static Plan empty(PlanningProblem problem) {
    var nothing = PowerCurve.zero(problem.grid());
    return Plan.of(
        problem,
        Decisions.ofVehicles(
            problem,
            problem.vehicles().stream()
                .map(v -> new VehiclePlan(v.session(), v.evse(), nothing))
                .toList()),
        new SolveReport("by hand", Status.FEASIBLE, Optional.empty(), Duration.ofMillis(12)));
  }
}
