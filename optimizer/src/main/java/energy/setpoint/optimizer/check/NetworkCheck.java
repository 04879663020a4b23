package energy.setpoint.optimizer.check;

import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.check.Excess.Limit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Everything together: fuses per phase, transformers, imbalance, and the grid connection. */
final class NetworkCheck {

  private static final Set<Phase> THREE = Set.of(Phase.values());
  private static final Limit IMPORT = new Limit("import limit", Set.of(), "");
  private static final Limit EXPORT = new Limit("export limit", Set.of(), "");

  private final PlanningProblem problem;
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

  /**
   * @param decisions for the devices of the problem, in order
   */
  NetworkCheck(PlanningProblem problem, Decisions decisions) {
    this.problem = problem;
    for (int i = 0; i < problem.vehicles().size(); i++) {
      var vehicle = problem.vehicles().get(i);
      PowerCurve power = decisions.vehicles().get(i).power();
      add(vehicle.circuit(), Set.copyOf(vehicle.phases()), power, false, true);
    }
    for (int i = 0; i < problem.batteries().size(); i++) {
      CircuitId circuit = problem.batteries().get(i).battery().circuit();
      add(circuit, THREE, decisions.batteries().get(i).power(), false, true);
    }
    for (int i = 0; i < problem.flexibleLoads().size(); i++) {
      var load = problem.flexibleLoads().get(i);
      PowerCurve power = decisions.loads().get(i).power();
      add(load.circuit(), Set.copyOf(load.phases()), power, false, true);
    }
    for (int i = 0; i < problem.solar().size(); i++) {
      var forecast = problem.solar().get(i);
      PowerCurve production = decisions.solar().get(i).production();
      add(forecast.circuit(), THREE, production, false, forecast.curtailable());
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

  /** Every limit that is exceeded in a step. */
  List<Excess> in(int step) {
    return excesses(flows, step);
  }

  /** Whether any limit were exceeded in a step if the plan did nothing. */
  boolean isBrokenWithoutThePlan(int step) {
    List<Flow> others = flows.stream().filter(flow -> !flow.controlled()).toList();
    return !excesses(others, step).isEmpty();
  }

  private List<Excess> excesses(List<Flow> counted, int step) {
    Map<CircuitId, Map<Phase, LimitSums>> circuits = new HashMap<>();
    LimitSums grid = new LimitSums();
    for (Flow flow : counted) {
      double watts = flow.power().watts(step);
      if (watts != 0) {
        count(grid, flow, watts);
        countOnCircuits(circuits, flow, watts);
      }
    }
    List<Excess> found = new ArrayList<>();
    for (Circuit circuit : problem.circuits().all()) {
      checkCircuit(circuit, circuits.getOrDefault(circuit.id(), Map.of()), step, found);
    }
    grid.towards(IMPORT, step, problem.importLimit().watts(step)).ifPresent(found::add);
    grid.back(EXPORT, step, problem.exportLimit().watts(step)).ifPresent(found::add);
    return found;
  }

  private void countOnCircuits(
      Map<CircuitId, Map<Phase, LimitSums>> circuits, Flow flow, double watts) {
    for (CircuitId circuit : flow.circuits()) {
      Map<Phase, LimitSums> phases = circuits.computeIfAbsent(circuit, c -> new HashMap<>());
      for (Phase phase : flow.phases()) {
        count(phases.computeIfAbsent(phase, p -> new LimitSums()), flow, watts * flow.share());
      }
    }
  }

  private void count(LimitSums sums, Flow flow, double watts) {
    boolean counts = watts > 0 || flow.reliable();
    sums.add(watts, counts ? watts : watts * problem.reliefCredit(), flow.controlled());
  }

  private void checkCircuit(
      Circuit circuit, Map<Phase, LimitSums> phases, int step, List<Excess> found) {
    for (Phase phase : Phase.values()) {
      double fuse = circuit.fuse().on(phase).at(problem.voltage(), 1).watts();
      LimitSums sums = phases.getOrDefault(phase, new LimitSums());
      bothWays(() -> new Limit("fuse", Set.of(phase), in(circuit)), sums, fuse, step, found);
    }
    circuit
        .rating()
        .ifPresent(rating -> {
          LimitSums sums = new LimitSums();
          phases.values().forEach(phase -> sums.add(phase, 1));
          double most = rating.watts();
          bothWays(() -> new Limit("transformer", Set.of(), in(circuit)), sums, most, step, found);
        });
    circuit
        .maxImbalance()
        .map(current -> current.at(problem.voltage(), 1).watts())
        .ifPresent(most -> checkImbalance(circuit, phases, most, step, found));
  }

  private static String in(Circuit circuit) {
    return "of circuit " + circuit.id();
  }

  private static void checkImbalance(
      Circuit circuit, Map<Phase, LimitSums> phases, double most, int step, List<Excess> found) {
    for (Phase more : Phase.values()) {
      for (Phase less : Phase.values()) {
        LimitSums apart = new LimitSums();
        apart.add(phases.getOrDefault(more, new LimitSums()), 1);
        apart.add(phases.getOrDefault(less, new LimitSums()), -1);
        if (!apart.isWithin(most)) {
          String name = "allowed difference of " + more + " above " + less;
          apart.inFull(new Limit(name, Set.of(), in(circuit)), step, most).ifPresent(found::add);
        }
      }
    }
  }

  /**
   * @param name asked for only when it is needed: there are many limits, and few are exceeded
   */
  private static void bothWays(
      Supplier<Limit> name, LimitSums sums, double most, int step, List<Excess> found) {
    if (!sums.isWithin(most)) {
      Limit limit = name.get();
      sums.towards(limit, step, most).ifPresent(found::add);
      sums.back(limit.feedingBack(), step, most).ifPresent(found::add);
    }
  }
}
