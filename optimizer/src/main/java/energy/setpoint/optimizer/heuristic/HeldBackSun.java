package energy.setpoint.optimizer.heuristic;

import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolarPlan;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For rules of thumb that only decide about vehicles: all the sun is used, and inverters that can
 * hold back do so as far as a fuse, a transformer or the export limit asks for it.
 */
public final class HeldBackSun {

  private static final List<Phase> THREE = List.of(Phase.values());

  private final PlanningProblem problem;
  private final double[][] sunWatts;
  private final Map<CircuitId, double[][]> givenWatts = new HashMap<>();

  private HeldBackSun(PlanningProblem problem, List<VehiclePlan> vehicles) {
    this.problem = problem;
    int steps = problem.grid().size();
    sunWatts = new double[problem.solar().size()][];
    for (Circuit circuit : problem.circuits().all()) {
      givenWatts.put(circuit.id(), new double[THREE.size()][steps]);
    }
    for (UncontrolledLoad load : problem.loads()) {
      THREE.forEach(phase -> take(load.circuit(), List.of(phase), load.on(phase)));
    }
    for (int i = 0; i < vehicles.size(); i++) {
      var demand = problem.vehicles().get(i);
      take(demand.circuit(), demand.phases(), vehicles.get(i).power());
    }
    for (int i = 0; i < sunWatts.length; i++) {
      SolarForecast forecast = problem.solar().get(i);
      sunWatts[i] = forecast.production().toWatts();
      take(forecast.circuit(), THREE, forecast.production());
    }
  }

  /** Vehicles as given, batteries and flexible loads idle, and as much sun as the limits take. */
  public static Decisions decisions(PlanningProblem problem, List<VehiclePlan> vehicles) {
    Decisions all = Decisions.ofVehicles(problem, vehicles);
    if (problem.solar().stream().noneMatch(SolarForecast::curtailable)
        || vehicles.size() != problem.vehicles().size()) {
      return all;
    }
    List<SolarPlan> solar = new HeldBackSun(problem, vehicles).holdBack();
    return new Decisions(all.vehicles(), all.batteries(), all.loads(), solar);
  }

  private List<SolarPlan> holdBack() {
    for (int step = 0; step < problem.grid().size(); step++) {
      for (Circuit circuit : problem.circuits().all()) {
        keep(circuit, step);
      }
      CircuitId root = problem.circuits().root().id();
      holdBack(root, step, given(root, step) - problem.exportLimit().watts(step));
    }
    SolarPlan[] plans = new SolarPlan[sunWatts.length];
    Arrays.setAll(
        plans,
        i ->
            new SolarPlan(
                problem.solar().get(i).circuit(), PowerCurve.ofWatts(problem.grid(), sunWatts[i])));
    return List.of(plans);
  }

  private void keep(Circuit circuit, int step) {
    for (Phase phase : THREE) {
      double fuse = circuit.fuse().on(phase).at(problem.voltage(), 1).watts();
      double excess = of(circuit.id())[phase.ordinal()][step] - fuse;
      holdBack(circuit.id(), step, excess * THREE.size());
    }
    circuit
        .rating()
        .ifPresent(r -> holdBack(circuit.id(), step, given(circuit.id(), step) - r.watts()));
  }

  /** Holds back a power behind a circuit, or all there is; every inverter the same share. */
  private void holdBack(CircuitId circuit, int step, double watts) {
    double there = 0;
    for (int i = 0; i < sunWatts.length; i++) {
      there -= isHeldBackBehind(i, circuit) ? sunWatts[i][step] : 0;
    }
    if (watts <= 0 || there <= 0) {
      return;
    }
    double share = Math.min(1, watts / there);
    for (int i = 0; i < sunWatts.length; i++) {
      if (isHeldBackBehind(i, circuit)) {
        take(problem.solar().get(i).circuit(), THREE, step, -sunWatts[i][step] * share);
        sunWatts[i][step] *= 1 - share;
      }
    }
  }

  private boolean isHeldBackBehind(int index, CircuitId circuit) {
    SolarForecast forecast = problem.solar().get(index);
    return forecast.curtailable()
        && problem.circuits().pathToRoot(forecast.circuit()).stream()
            .anyMatch(c -> c.id().equals(circuit));
  }

  private double given(CircuitId circuit, int step) {
    return THREE.stream().mapToDouble(phase -> of(circuit)[phase.ordinal()][step]).sum();
  }

  private void take(CircuitId at, List<Phase> phases, PowerCurve power) {
    for (int step = 0; step < power.size(); step++) {
      take(at, phases, step, power.watts(step));
    }
  }

  private void take(CircuitId at, List<Phase> phases, int step, double watts) {
    for (Circuit circuit : problem.circuits().pathToRoot(at)) {
      for (Phase phase : phases) {
        of(circuit.id())[phase.ordinal()][step] -= watts / phases.size();
      }
    }
  }

  private double[][] of(CircuitId circuit) {
    return givenWatts.getOrDefault(circuit, new double[0][]);
  }
}
