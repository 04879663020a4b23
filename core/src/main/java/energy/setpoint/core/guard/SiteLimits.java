package energy.setpoint.core.guard;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the fuses and transformers of a circuit tree and a limit at the grid connection as {@link
 * Limit}s. A transformer counts with a third of its rating on each phase, and with all of it for
 * the phases together, because other loads may take more than a third of one. How much phases may
 * differ is left to the plan: giving one vehicle more could be the cure for a difference, and
 * shares that only ever rise cannot tell.
 */
public final class SiteLimits {

  private final CircuitTree circuits;
  private final Voltage voltage;
  private final Map<CircuitId, Set<CircuitId>> within = new HashMap<>();

  public SiteLimits(CircuitTree circuits, Voltage voltage) {
    this.circuits = circuits;
    this.voltage = voltage;
    for (Circuit inner : circuits.all()) {
      for (Circuit outer : circuits.pathToRoot(inner.id())) {
        within.computeIfAbsent(outer.id(), _ -> new HashSet<>()).add(inner.id());
      }
    }
    within.replaceAll((_, inner) -> Set.copyOf(inner));
  }

  /**
   * @param direction for people, {@code import} or {@code export}
   * @param occupied what the engine does not control takes of each circuit, its sub-circuits
   *     included; a circuit that is missing is free
   * @param connection the most at the grid connection, as a magnitude
   */
  public List<Limit> list(
      String direction, Map<CircuitId, PhaseCurrents> occupied, Power connection) {
    List<Limit> limits = new ArrayList<>();
    for (Circuit circuit : circuits.all()) {
      PhaseCurrents taken = occupied.getOrDefault(circuit.id(), PhaseCurrents.ZERO);
      Set<CircuitId> inside = circuitsWithin(circuit.id());
      PhaseCurrents carries = circuit.carries(voltage);
      for (Phase phase : Phase.values()) {
        boolean fuse = carries.on(phase).equals(circuit.fuse().on(phase));
        String name = (fuse ? "fuse " : "transformer ") + circuit.id() + " " + phase;
        long room = carries.on(phase).minus(taken.on(phase)).milliamps();
        limits.add(new Limit(name, inside, List.of(phase), room));
      }
      circuit
          .rating()
          .map(rating -> together("transformer " + circuit.id(), circuit.id(), taken, rating))
          .ifPresent(limits::add);
    }
    limits.add(gridLimit(direction, occupied, connection));
    return limits;
  }

  private Limit gridLimit(
      String direction, Map<CircuitId, PhaseCurrents> occupied, Power connection) {
    CircuitId root = circuits.root().id();
    PhaseCurrents taken = occupied.getOrDefault(root, PhaseCurrents.ZERO);
    return together("grid " + direction, root, taken, connection);
  }

  /** A limit on all phases together. */
  private Limit together(String name, CircuitId circuit, PhaseCurrents taken, Power most) {
    long allPhases = voltage.currentFor(most, 1).milliamps();
    long takenByOthers =
        Arrays.stream(Phase.values()).mapToLong(phase -> taken.on(phase).milliamps()).sum();
    return new Limit(
        name, circuitsWithin(circuit), List.of(Phase.values()), allPhases - takenByOthers);
  }

  private Set<CircuitId> circuitsWithin(CircuitId id) {
    return within.getOrDefault(id, Set.of());
  }
}
