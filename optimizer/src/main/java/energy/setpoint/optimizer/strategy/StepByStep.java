package energy.setpoint.optimizer.strategy;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.heuristic.Headroom;
import energy.setpoint.optimizer.heuristic.HeldBackSun;
import energy.setpoint.optimizer.linear.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lives through the grid and applies a rule in each step to the vehicles that are there in it and
 * miss energy. What comes later is never looked at, prices neither. Vehicles never feed back, and
 * batteries stay idle.
 */
final class StepByStep implements PlanOptimizer {

  private static final double NOISE_WATT_HOURS = 1e-6;

  private final String name;
  private final SharingRule rule;

  StepByStep(String name, SharingRule rule) {
    this.name = name;
    this.rule = rule;
  }

  /**
   * @param timeBudget ignored: the answer takes milliseconds
   */
  @Override
  public Plan plan(PlanningProblem asked, Duration timeBudget) {
    PlanningProblem problem = asked.nominal();
    Deadline clock = Deadline.in(timeBudget);
    List<VehiclePlan> vehicles = charge(problem);
    SolveReport report =
        new SolveReport(name, SolveReport.Status.HEURISTIC, Optional.empty(), clock.elapsed());
    return Plan.of(problem, HeldBackSun.decisions(problem, vehicles), report);
  }

  private List<VehiclePlan> charge(PlanningProblem problem) {
    TimeGrid grid = problem.grid();
    Headroom headroom = new Headroom(problem);
    List<VehicleDemand> demands = problem.vehicles();
    double[][] powers = new double[demands.size()][grid.size()];
    double[] missing = demands.stream().mapToDouble(v -> v.missing().wattHours()).toArray();
    for (int step = 0; step < grid.size(); step++) {
      List<Waiting> waiting = waiting(problem, step, missing);
      double[] watts = rule.share(grid.step(step), step, waiting, headroom);
      for (int i = 0; i < watts.length; i++) {
        Waiting vehicle = waiting.get(i);
        powers[vehicle.index()][step] = watts[i];
        double stored = watts[i] * grid.hours(step) * vehicle.demand().chargeEfficiency();
        missing[vehicle.index()] -= stored;
      }
    }
    List<VehiclePlan> plans = new ArrayList<>();
    for (int i = 0; i < powers.length; i++) {
      VehicleDemand demand = demands.get(i);
      PowerCurve power = PowerCurve.ofWatts(grid, powers[i]);
      plans.add(new VehiclePlan(demand.session(), demand.evse(), power));
    }
    return plans;
  }

  private static List<Waiting> waiting(PlanningProblem problem, int step, double[] missing) {
    TimeGrid grid = problem.grid();
    List<Waiting> waiting = new ArrayList<>();
    for (int i = 0; i < missing.length; i++) {
      VehicleDemand demand = problem.vehicles().get(i);
      double share = grid.share(step, demand.connected());
      if (share > 0 && missing[i] > NOISE_WATT_HOURS && !demand.expected()) {
        double toTarget = missing[i] / (grid.hours(step) * demand.chargeEfficiency());
        double kwhPerKw = grid.hours(step) * demand.chargeEfficiency();
        double storedKwh = demand.target().kilowattHours() - missing[i] / 1000;
        double tapered = demand.traits().mostKilowatts(storedKwh, share, kwhPerKw) * 1000;
        double most = Math.min(Math.min(demand.maxCharge().watts() * share, toTarget), tapered);
        Duration left = Duration.between(grid.step(step).start(), demand.connected().end());
        waiting.add(new Waiting(i, demand, missing[i], most, left.toMillis() / 3_600_000.0));
      }
    }
    return waiting;
  }
}
