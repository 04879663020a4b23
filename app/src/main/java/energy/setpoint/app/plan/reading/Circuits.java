package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.CircuitRequest;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The circuits of a request.
 *
 * @param tree empty when something about them was wrong and has been reported
 */
record Circuits(Optional<CircuitTree> tree) {

  private static final double MOST_AMPS = 1e6;

  /** In a message. */
  private static final int MOST_NAMED = 12;

  static Circuits read(
      List<CircuitRequest> requested, Power highestImport, Voltage voltage, Findings findings) {
    if (requested.isEmpty()) {
      return new Circuits(Optional.of(oneFor(highestImport, voltage)));
    }
    List<Circuit> circuits = new ArrayList<>();
    for (int i = 0; i < requested.size(); i++) {
      read(requested.get(i), findings.at(i)).ifPresent(circuits::add);
    }
    return new Circuits(
        circuits.size() == requested.size()
            ? findings.attempt(() -> new CircuitTree(circuits))
            : Optional.empty());
  }

  /** A fuse of at least 1 mA: a site that may take nothing still has a connection. */
  private static CircuitTree oneFor(Power highestImport, Voltage voltage) {
    Current fuse = voltage.currentFor(highestImport, 3).max(Current.ofMilliamps(1));
    return new CircuitTree(
        List.of(
            new Circuit(
                new CircuitId("main"),
                Optional.empty(),
                PhaseCurrents.balanced(fuse),
                PhaseCurrents.ZERO)));
  }

  private static Optional<Circuit> read(CircuitRequest request, Findings findings) {
    int before = findings.count();
    Optional<CircuitId> id = id("id", request.id().orElse(""), findings);
    Optional<CircuitId> parent = request.parent().flatMap(name -> id("parent", name, findings));
    Part part = new Part(findings);
    List<Double> fuse = part.series("fuseA", request.fuseA(), 3, 0.001, MOST_AMPS);
    double rating = part.optional("ratingVa", request.ratingVa(), 1, Part.MOST, 1);
    double imbalance = part.optional("maxImbalanceA", request.maxImbalanceA(), 0, MOST_AMPS, 0);
    if (findings.count() > before) {
      return Optional.empty();
    }
    return findings.attempt(() ->
        new Circuit(
            id.orElseThrow(),
            parent,
            PhaseCurrents.ofAmps(fuse.get(0), fuse.get(1), fuse.get(2)),
            PhaseCurrents.ZERO,
            request.ratingVa().map(va -> new Power(rating)),
            request.maxImbalanceA().map(amps -> Current.ofAmps(imbalance))));
  }

  private static Optional<CircuitId> id(String key, String name, Findings findings) {
    return findings.at(key).attempt(() -> new CircuitId(name));
  }

  /** The circuit that a device names, or the root when it names none. */
  Optional<CircuitId> find(Optional<String> name, Findings device) {
    Optional<CircuitId> found =
        tree.flatMap(circuits ->
            circuits.all().stream()
                .filter(c -> name.map(c.id().value()::equals).orElse(c.parent().isEmpty()))
                .map(Circuit::id)
                .findFirst());
    if (found.isEmpty() && tree.isPresent()) {
      String known =
          tree.get().all().stream()
              .limit(MOST_NAMED)
              .map(c -> c.id().value())
              .collect(Collectors.joining(", "));
      device
          .at("circuit")
          .add("There is no circuit \"" + name.orElse("") + "\". Known: " + known + ".");
    }
    return found;
  }
}
