package energy.setpoint.core.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The circuits of a site, one root at the grid connection, found by id and walked towards it. */
public final class CircuitTree {

  private final SequencedMap<CircuitId, Circuit> circuits;
  private final Map<CircuitId, List<Circuit>> pathsToRoot;
  private final Map<CircuitId, List<Circuit>> children = new LinkedHashMap<>();
  private final Circuit root;

  /**
   * @throws IllegalArgumentException when an id occurs twice, a parent does not exist, or there is
   *     not exactly one root from which every circuit is fed
   */
  public CircuitTree(List<Circuit> all) {
    circuits = new LinkedHashMap<>();
    for (Circuit circuit : all) {
      if (circuits.put(circuit.id(), circuit) != null) {
        throw new IllegalArgumentException("Circuit " + circuit.id() + " is described twice.");
      }
    }
    root = findRoot(all);
    pathsToRoot = new LinkedHashMap<>();
    for (Circuit circuit : all) {
      pathsToRoot.put(circuit.id(), walkToRoot(circuit));
      circuit
          .parent()
          .ifPresent(id -> children.computeIfAbsent(id, _ -> new ArrayList<>()).add(circuit));
    }
  }

  public Circuit root() {
    return root;
  }

  /** In the order in which they were described. */
  public List<Circuit> all() {
    return List.copyOf(circuits.values());
  }

  public Optional<Circuit> find(CircuitId id) {
    return Optional.ofNullable(circuits.get(id));
  }

  /**
   * A circuit and all that feed it, the root last.
   *
   * @throws IllegalArgumentException when there is no such circuit
   */
  public List<Circuit> pathToRoot(CircuitId id) {
    List<Circuit> path = pathsToRoot.get(id);
    if (path == null) {
      throw new IllegalArgumentException("There is no circuit " + id + ".");
    }
    return path;
  }

  /** The circuits that a circuit feeds directly. */
  public List<Circuit> fedBy(CircuitId id) {
    return List.copyOf(children.getOrDefault(id, List.of()));
  }

  private static Circuit findRoot(List<Circuit> all) {
    List<Circuit> roots = all.stream().filter(c -> c.parent().isEmpty()).toList();
    if (roots.size() != 1) {
      throw new IllegalArgumentException(
          "Exactly one circuit must be without a parent (the one at the grid connection), but "
              + (roots.isEmpty() ? "none is" : roots.stream().map(Circuit::id).toList() + " are")
              + ".");
    }
    return roots.getFirst();
  }

  private List<Circuit> walkToRoot(Circuit from) {
    List<Circuit> path = new ArrayList<>();
    Circuit at = from;
    path.add(at);
    while (at.parent().isPresent()) {
      CircuitId parent = at.parent().get();
      Circuit next = circuits.get(parent);
      if (next == null) {
        throw new IllegalArgumentException(
            "Circuit " + at.id() + " is fed by " + parent + ", which does not exist.");
      }
      if (path.contains(next)) {
        throw new IllegalArgumentException(
            "Circuit " + from.id() + " is fed in a ring through " + parent + ".");
      }
      path.add(next);
      at = next;
    }
    return List.copyOf(path);
  }
}
