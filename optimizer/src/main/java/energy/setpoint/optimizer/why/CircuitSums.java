package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolarPlan;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a plan sends through each circuit. */
final class CircuitSums {

  private static final int PHASES = Phase.values().length;

  private final PlanningProblem problem;
  private final Map<CircuitId, Sums> sums = new HashMap<>();

  /** Kilowatts by phase and step: what counts towards the devices, and everything. */
  record Sums(double[][] towards, double[][] all) {

    private static Sums over(int steps) {
      return new Sums(new double[PHASES][steps], new double[PHASES][steps]);
    }

    double towardsKw(int step) {
      return total(towards, step);
    }

    double allKw(int step) {
      return total(all, step);
    }

    private static double total(double[][] kilowatts, int step) {
      double sum = 0;
      for (double[] ofPhase : kilowatts) {
        sum += ofPhase[step];
      }
      return sum;
    }

    private void add(int phase, int step, double kw, double credited) {
      towards[phase][step] += credited;
      all[phase][step] += kw;
    }
  }

  private CircuitSums(PlanningProblem problem) {
    this.problem = problem;
    int steps = problem.grid().size();
    problem.circuits().all().forEach(c -> sums.put(c.id(), Sums.over(steps)));
  }

  static CircuitSums of(PlanningProblem problem, Plan plan, Collection<Device> devices) {
    CircuitSums sums = new CircuitSums(problem);
    devices.forEach(d -> sums.add(d.circuit(), d.phases(), d.power()));
    for (SolarPlan solar : plan.inverters()) {
      sums.add(solar.circuit(), List.of(Phase.values()), solar.production());
    }
    for (UncontrolledLoad load : problem.loads()) {
      for (Phase phase : Phase.values()) {
        sums.addUncontrolled(load.circuit(), phase, load.on(phase));
      }
    }
    return sums;
  }

  Sums of(Circuit circuit) {
    return of(circuit.id());
  }

  private Sums of(CircuitId circuit) {
    return Optional.ofNullable(sums.get(circuit)).orElseThrow();
  }

  private void add(CircuitId circuit, List<Phase> phases, PowerCurve power) {
    for (Circuit above : problem.circuits().pathToRoot(circuit)) {
      Sums of = of(above);
      for (Phase phase : phases) {
        for (int step = 0; step < power.size(); step++) {
          double kw = power.watts(step) / 1000 / phases.size();
          of.add(phase.ordinal(), step, kw, kw > 0 ? kw : kw * problem.reliefCredit());
        }
      }
    }
  }

  private void addUncontrolled(CircuitId circuit, Phase phase, PowerCurve power) {
    for (Circuit above : problem.circuits().pathToRoot(circuit)) {
      Sums of = of(above);
      for (int step = 0; step < power.size(); step++) {
        double kw = power.watts(step) / 1000;
        of.add(phase.ordinal(), step, kw, kw);
      }
    }
  }
}
