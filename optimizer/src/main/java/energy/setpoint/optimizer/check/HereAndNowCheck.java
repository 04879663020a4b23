package energy.setpoint.optimizer.check;

import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolarPlan;
import energy.setpoint.core.plan.Uncertainty.Scenario;
import energy.setpoint.core.plan.Uncertainty.Scenarios;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.uncertainty.HereAndNow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Verifies that what a plan does here and now keeps the fuses, transformers and the grid connection
 * in every scenario, without any solver. Inverters that can be held back react at once: only what
 * breaks a limit with all of their sun and with none of it is wrong.
 */
public final class HereAndNowCheck {

  private final PlanningProblem problem;
  private final Plan plan;

  private HereAndNowCheck(PlanningProblem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
  }

  /**
   * What is wrong, each in one sentence; empty when nothing is, or there are no scenarios.
   *
   * @param plan sound for {@link PlanningProblem#nominal()}
   */
  public static List<String> violations(PlanningProblem problem, Plan plan) {
    return problem.uncertainty() instanceof Scenarios scenarios
        ? new HereAndNowCheck(problem, plan).violations(scenarios)
        : List.of();
  }

  private List<String> violations(Scenarios scenarios) {
    int steps = HereAndNow.steps(problem.grid(), scenarios.hereAndNow());
    List<String> found = new ArrayList<>();
    for (Scenario scenario : scenarios.all()) {
      PlanningProblem future = scenario.of(problem);
      NetworkCheck sunny = new NetworkCheck(future, decisions(future, 1));
      NetworkCheck dark = new NetworkCheck(future, decisions(future, 0));
      for (int step = 0; step < steps; step++) {
        Set<Excess.Limit> broken = limits(dark.in(step));
        sunny.in(step).stream()
            .filter(excess -> excess.isOfThePlan() && broken.contains(excess.limit()))
            .forEach(
                excess -> found.add("In scenario " + scenario.name() + ": " + excess.inWords()));
      }
    }
    return found;
  }

  private static Set<Excess.Limit> limits(List<Excess> excesses) {
    return excesses.stream()
        .filter(Excess::isOfThePlan)
        .map(Excess::limit)
        .collect(Collectors.toSet());
  }

  /** The plan's devices in another future, with a share of the sun that can be held back. */
  private Decisions decisions(PlanningProblem future, double share) {
    return new Decisions(
        future.vehicles().stream().map(this::vehicle).toList(),
        plan.batteries(),
        plan.loads(),
        future.solar().stream().map(solar -> solar(solar, share)).toList());
  }

  /** A vehicle that the plan does not expect gets nothing yet. */
  private VehiclePlan vehicle(VehicleDemand demand) {
    PowerCurve nothing = PowerCurve.zero(problem.grid());
    return plan.find(demand.session())
        .orElseGet(() -> new VehiclePlan(demand.session(), demand.evse(), nothing));
  }

  private SolarPlan solar(SolarForecast forecast, double share) {
    PowerCurve all = forecast.production();
    PowerCurve production =
        forecast.curtailable()
            ? PowerCurve.generate(problem.grid(), step -> all.watts(step) * share)
            : all;
    return new SolarPlan(forecast.circuit(), production);
  }
}
