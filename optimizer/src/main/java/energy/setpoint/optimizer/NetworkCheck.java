package energy.setpoint.optimizer;

import static energy.setpoint.optimizer.PlanCheck.NOISE_WATTS;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Everything together: fuses per phase, transformers, imbalance, and the grid connection. */
final class NetworkCheck {

  private final PlanningProblem problem;
  private final PlanCheck.Findings findings;
  private final List<Flow> flows = new ArrayList<>();

  /**
   * Power of one thing.
   *
   * @param share of the power that each of its phases carries
   * @param reliable whether what it gives may be counted on, as far as the relief credit allows
   * @param controlled whether the plan decides it
   */
  private record Flow(
      Set<CircuitId> circuits,
      Set<Phase> phases,
      double share,
      PowerCurve power,
      boolean reliable,
      boolean controlled) {}

  /** The three sums of one limit. */
  private static final class Sums {
    double credited;
    double creditedUncontrolled;
    double all;
    double allUncontrolled;

    void add(Sums other) {
      credited += other.credited;
      creditedUncontrolled += other.creditedUncontrolled;
      all += other.all;
      allUncontrolled += other.allUncontrolled;
    }
  }

  NetworkCheck(PlanningProblem problem, Plan plan, PlanCheck.Findings findings) {
    this.problem = problem;
    this.findings = findings;
    Set<Phase> three = Set.of(Phase.values());
    for (int i = 0; i < problem.vehicles().size(); i++) {
      var vehicle = problem.vehicles().get(i);
      add(
          vehicle.circuit(),
          Set.copyOf(vehicle.phases()),
          plan.vehicles().get(i).power(),
          false,
          true);
    }
    for (int i = 0; i < problem.batteries().size(); i++) {
      CircuitId circuit = problem.batteries().get(i).battery().circuit();
      add(circuit, three, plan.batteries().get(i).power(), false, true);
    }
    for (int i = 0; i < problem.flexibleLoads().size(); i++) {
      var load = problem.flexibleLoads().get(i);
      PowerCurve power = plan.loads().get(i).power();
      add(load.circuit(), Set.copyOf(load.phases()), power, false, true);
    }
    for (int i = 0; i < problem.solar().size(); i++) {
      var forecast = problem.solar().get(i);
      PowerCurve production = plan.inverters().get(i).production();
      add(forecast.circuit(), three, production, false, forecast.curtailable());
    }
    for (var load : problem.loads()) {
      for (Phase phase : Phase.values()) {
        add(load.circuit(), Set.of(phase), load.on(phase), true, false);
      }
    }
  }

  private void add(
      CircuitId at, Set<Phase> phases, PowerCurve power, boolean reliable, boolean controlled) {
    Set<CircuitId> circuits = new HashSet<>();
    problem.circuits().pathToRoot(at).forEach(c -> circuits.add(c.id()));
    flows.add(new Flow(circuits, phases, 1.0 / phases.size(), power, reliable, controlled));
  }

  void run() {
    for (int step = 0; step < problem.grid().size(); step++) {
      Map<CircuitId, Map<Phase, Sums>> circuits = new HashMap<>();
      Sums grid = new Sums();
      for (Flow flow : flows) {
        double watts = flow.power().watts(step);
        if (watts != 0) {
          count(grid, flow, watts);
          countOnCircuits(circuits, flow, watts);
        }
      }
      checkCircuits(circuits, step);
      double most = problem.importLimit().watts(step);
      double least = problem.exportLimit().watts(step);
      check("The import limit", "the export limit", grid, most, least, step);
    }
  }

  private void countOnCircuits(Map<CircuitId, Map<Phase, Sums>> circuits, Flow flow, double watts) {
    for (CircuitId circuit : flow.circuits()) {
      Map<Phase, Sums> phases = circuits.computeIfAbsent(circuit, c -> new HashMap<>());
      for (Phase phase : flow.phases()) {
        count(phases.computeIfAbsent(phase, p -> new Sums()), flow, watts * flow.share());
      }
    }
  }

  private void count(Sums sums, Flow flow, double watts) {
    double credited = watts > 0 || flow.reliable() ? watts : watts * problem.reliefCredit();
    sums.credited += credited;
    sums.all += watts;
    if (!flow.controlled()) {
      sums.creditedUncontrolled += credited;
      sums.allUncontrolled += watts;
    }
  }

  private void checkCircuits(Map<CircuitId, Map<Phase, Sums>> circuits, int step) {
    for (Circuit circuit : problem.circuits().all()) {
      Map<Phase, Sums> phases = circuits.getOrDefault(circuit.id(), Map.of());
      for (Phase phase : Phase.values()) {
        Sums sums = phases.getOrDefault(phase, new Sums());
        double fuse = circuit.fuse().on(phase).at(problem.voltage(), 1).watts();
        check(() -> "fuse " + phase + " of circuit " + circuit.id(), sums, fuse, step);
      }
      circuit.rating().ifPresent(r -> checkRating(circuit, phases, r.watts(), step));
      circuit
          .maxImbalance()
          .map(current -> current.at(problem.voltage(), 1).watts())
          .ifPresent(most -> checkImbalance(circuit, phases, most, step));
    }
  }

  private void checkRating(Circuit circuit, Map<Phase, Sums> phases, double most, int step) {
    Sums together = new Sums();
    phases.values().forEach(together::add);
    check(() -> "transformer of circuit " + circuit.id(), together, most, step);
  }

  /** What a difference is without the plan may stay, but not grow. */
  private void checkImbalance(Circuit circuit, Map<Phase, Sums> phases, double most, int step) {
    for (Phase more : Phase.values()) {
      for (Phase less : Phase.values()) {
        Sums high = phases.getOrDefault(more, new Sums());
        Sums low = phases.getOrDefault(less, new Sums());
        double given = high.allUncontrolled - low.allUncontrolled;
        double apart = high.all - low.all;
        if (apart > Math.max(most, given) + NOISE_WATTS) {
          findings.add(
              "%s carries %.1f W more than %s on circuit %s in step %d; allowed are %.1f W.",
              more, apart, less, circuit.id(), step, most);
        }
      }
    }
  }

  private void check(Supplier<String> limit, Sums sums, double most, int step) {
    boolean isKept = sums.credited <= most && -sums.all <= most;
    if (!isKept) {
      String name = limit.get();
      check("The " + name, "the " + name + " (feeding back)", sums, most, most, step);
    }
  }

  private void check(
      String towards, String back, Sums sums, double most, double mostBack, int step) {
    double allowed = Math.max(most, sums.creditedUncontrolled) + NOISE_WATTS;
    if (sums.credited > allowed) {
      findings.add(
          "%s is exceeded in step %d: %.1f W of %.1f W.", towards, step, sums.credited, most);
    }
    double allowedBack = Math.max(mostBack, -sums.allUncontrolled) + NOISE_WATTS;
    if (-sums.all > allowedBack) {
      findings.add("%s is exceeded in step %d: %.1f W of %.1f W.", back, step, -sums.all, mostBack);
    }
  }
}
