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

/** Every device does the mean of what it does in the proposals of a blend. */
final class MixedDecisions {

  private final PlanningProblem problem;
  private final Blend blend;
  private final List<Decisions> all;

  private MixedDecisions(PlanningProblem problem, Blend blend) {
    this.problem = problem;
    this.blend = blend;
    all = blend.proposals().stream().map(proposal -> proposal.plan().decisions()).toList();
  }

  static Decisions of(PlanningProblem problem, Blend blend) {
    MixedDecisions mixed = new MixedDecisions(problem, blend);
    return new Decisions(mixed.vehicles(), mixed.batteries(), mixed.loads(), mixed.solar());
  }

  private List<VehiclePlan> vehicles() {
    List<VehiclePlan> mixed = new ArrayList<>();
    for (VehiclePlan plan : all.getFirst().vehicles()) {
      int at = mixed.size();
      PowerCurve power = mean(decisions -> decisions.vehicles().get(at).power());
      mixed.add(new VehiclePlan(plan.session(), plan.evse(), power));
    }
    return mixed;
  }

  private List<BatteryPlan> batteries() {
    List<BatteryPlan> mixed = new ArrayList<>();
    for (BatteryPlan plan : all.getFirst().batteries()) {
      int at = mixed.size();
      PowerCurve power = mean(decisions -> decisions.batteries().get(at).power());
      mixed.add(new BatteryPlan(plan.battery(), power));
    }
    return mixed;
  }

  private List<LoadPlan> loads() {
    List<LoadPlan> mixed = new ArrayList<>();
    for (var load : problem.flexibleLoads()) {
      int at = mixed.size();
      mixed.add(Decisions.of(load, mean(decisions -> decisions.loads().get(at).power())));
    }
    return mixed;
  }

  private List<SolarPlan> solar() {
    List<SolarPlan> mixed = new ArrayList<>();
    for (SolarPlan plan : all.getFirst().solar()) {
      int at = mixed.size();
      PowerCurve production = mean(decisions -> decisions.solar().get(at).production());
      mixed.add(new SolarPlan(plan.circuit(), production));
    }
    return mixed;
  }

  private PowerCurve mean(Function<Decisions, PowerCurve> ofDevice) {
    return blend.mean(all.stream().map(ofDevice).toList());
  }
}
