package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolarPlan;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.time.PowerCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The weighted mean of several decisions for the same problem, device by device. */
final class MixedDecisions {

  private final PlanningProblem problem;
  private final List<Decisions> all;
  private final double[] weights;

  private MixedDecisions(PlanningProblem problem, List<Decisions> all, double[] weights) {
    this.problem = problem;
    this.all = all;
    this.weights = weights;
  }

  /**
   * @param weights one for each of {@code all}; they add up to 1
   */
  static Decisions of(PlanningProblem problem, List<Decisions> all, double[] weights) {
    return new MixedDecisions(problem, all, weights).mean();
  }

  private Decisions mean() {
    List<VehiclePlan> vehicles = new ArrayList<>();
    for (VehiclePlan v : all.getFirst().vehicles()) {
      int at = vehicles.size();
      vehicles.add(
          new VehiclePlan(v.session(), v.evse(), mean(d -> d.vehicles().get(at).power())));
    }
    List<BatteryPlan> batteries = new ArrayList<>();
    for (BatteryPlan b : all.getFirst().batteries()) {
      int at = batteries.size();
      batteries.add(new BatteryPlan(b.battery(), mean(d -> d.batteries().get(at).power())));
    }
    List<LoadPlan> loads = new ArrayList<>();
    for (int i = 0; i < problem.flexibleLoads().size(); i++) {
      int at = i;
      loads.add(
          Decisions.of(problem.flexibleLoads().get(i), mean(d -> d.loads().get(at).power())));
    }
    List<SolarPlan> solar = new ArrayList<>();
    for (SolarPlan s : all.getFirst().solar()) {
      int at = solar.size();
      solar.add(new SolarPlan(s.circuit(), mean(d -> d.solar().get(at).production())));
    }
    return new Decisions(vehicles, batteries, loads, solar);
  }

  private PowerCurve mean(Function<Decisions, PowerCurve> ofDevice) {
    double[] watts = new double[problem.grid().size()];
    for (int i = 0; i < weights.length; i++) {
      PowerCurve curve = ofDevice.apply(all.get(i));
      for (int step = 0; step < watts.length; step++) {
        watts[step] += weights[i] * curve.watts(step);
      }
    }
    return PowerCurve.ofWatts(problem.grid(), watts);
  }
}
