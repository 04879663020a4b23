package energy.setpoint.core.guard;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.EvseRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Trees of fuses and devices that ask for room, the same for the same seed. */
final class RandomSites {

  private static final Voltage VOLTAGE = Voltage.ofVolts(230);
  private static final List<Phase> ALL = List.of(Phase.L1, Phase.L2, Phase.L3);
  private static final double[] STEPS = {0.1, 0.1, 0.5, 1};

  private final Random random;
  private final double[] steps;

  private RandomSites(long seed, double... steps) {
    this.random = new Random(seed);
    this.steps = steps;
  }

  /** What stands under which limits. */
  record State(List<Ask> asks, List<Limit> limits) {}

  static State of(long seed) {
    return new RandomSites(seed, STEPS).state();
  }

  /** The same, where all can be told tenths of an ampere. */
  static State inFineSteps(long seed) {
    return new RandomSites(seed, 0.1).state();
  }

  private State state() {
    CircuitTree tree = tree();
    Map<CircuitId, PhaseCurrents> occupied = new HashMap<>();
    for (Circuit circuit : tree.all()) {
      PhaseCurrents load =
          PhaseCurrents.ofAmps(random.nextInt(20), random.nextInt(20), random.nextInt(20));
      for (Circuit above : tree.pathToRoot(circuit.id())) {
        occupied.merge(above.id(), load, PhaseCurrents::plus);
      }
    }
    Power connection = Power.ofKilowatts(20 + random.nextInt(100));
    return new State(
        asks(tree), new SiteLimits(tree, VOLTAGE).list("import", occupied, connection));
  }

  private CircuitTree tree() {
    List<Circuit> circuits = new ArrayList<>();
    circuits.add(circuit("main", Optional.empty(), 60 + random.nextInt(150)));
    int more = random.nextInt(6);
    for (int i = 0; i < more; i++) {
      CircuitId parent = circuits.get(random.nextInt(circuits.size())).id();
      circuits.add(circuit("c" + i, Optional.of(parent), 20 + random.nextInt(80)));
    }
    return new CircuitTree(circuits);
  }

  private static Circuit circuit(String id, Optional<CircuitId> parent, double amps) {
    return new Circuit(
        new CircuitId(id),
        parent,
        PhaseCurrents.balanced(Current.ofAmps(amps)),
        PhaseCurrents.ZERO);
  }

  private List<Ask> asks(CircuitTree tree) {
    List<Ask> asks = new ArrayList<>();
    int devices = 1 + random.nextInt(20);
    for (int i = 0; i < devices; i++) {
      asks.add(ask(i, tree.all().get(random.nextInt(tree.all().size())).id()));
    }
    return asks;
  }

  private Ask ask(int i, CircuitId circuit) {
    boolean obeys = random.nextInt(10) > 0;
    double reserved = random.nextInt(3) == 0 ? random.nextInt(obeys ? 9 : 33) : 0;
    return new Ask(
        EvseRef.of("s" + i, 1),
        circuit,
        random.nextBoolean() ? ALL : List.of(Phase.values()[random.nextInt(3)]),
        Current.ofAmps(reserved),
        random.nextInt(4) == 0 ? Current.ZERO : Current.ofAmps(6),
        Current.ofAmps(random.nextInt(330) / 10.0),
        Current.ofAmps(steps[random.nextInt(steps.length)]),
        obeys,
        random.nextDouble(),
        random.nextBoolean() ? 1 : 0.25 + random.nextDouble() * 4);
  }
}
