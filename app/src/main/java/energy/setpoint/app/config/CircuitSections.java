package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads the circuits: each stands inside the one that feeds it, or names it with {@code fedBy}. */
final class CircuitSections {

  private final Section circuits;
  private final SequencedMap<String, Draft> drafts = new LinkedHashMap<>();
  private final Identities identities = new Identities();

  /** A circuit's keys, and the circuit in which it stands. */
  private record Draft(Section section, Optional<String> parent) {}

  private CircuitSections(Section circuits) {
    this.circuits = circuits;
  }

  static CircuitSections of(Section site) {
    CircuitSections sections = new CircuitSections(site.section("circuits"));
    sections.collect(sections.circuits, Optional.empty());
    if (!site.has("circuits") || (sections.names().isEmpty() && site.isSound())) {
      site.problem("circuits", "is missing, expected a circuit such as {main: {fuseA: 63}}.");
    }
    return sections;
  }

  Set<String> names() {
    return drafts.keySet();
  }

  /** The keys of a circuit that the file describes. */
  Optional<Section> find(CircuitId id) {
    return Optional.ofNullable(drafts.get(id.value())).map(Draft::section);
  }

  /** Reads a key that names one of the circuits; without any, that alone is the problem. */
  CircuitId reference(Section section, String key) {
    boolean useless = names().isEmpty() && section.has(key);
    return new CircuitId(
        useless ? "unknown" : section.read(key, Kinds.nameOf("the id of a circuit", names())));
  }

  /** The tree, or nothing and problems. */
  Optional<CircuitTree> tree() {
    List<Circuit> all = new ArrayList<>();
    drafts.forEach((name, draft) -> circuit(name, draft).ifPresent(all::add));
    reportRings(all);
    return all.isEmpty() ? Optional.empty() : circuits.build(() -> new CircuitTree(all));
  }

  private void collect(Section group, Optional<String> parent) {
    for (String name : group.keys()) {
      Section section = group.section(name);
      boolean nameable = isName(name);
      if (!nameable) {
        group.problem(name, "is not a usable circuit name, expected " + Identities.EXPECTED + ".");
        continue;
      }
      identities.claim(group, name, name);
      drafts.putIfAbsent(name, new Draft(section, parent));
      collect(section.section("circuits"), Optional.of(name));
    }
  }

  private Optional<Circuit> circuit(String name, Draft draft) {
    Section section = draft.section();
    PhaseCurrents fuse = currents(section, "fuseA", Kinds.above(0), Optional.empty());
    PhaseCurrents uncontrolled =
        currents(section, "uncontrolledMaxA", Kinds.atLeast(0), Optional.of(PhaseCurrents.ZERO));
    Optional<String> parent = draft.parent();
    if (parent.isEmpty() && section.has("fedBy")) {
      parent = Optional.of(section.read("fedBy", Kinds.nameOf("the id of a circuit", names())));
    }
    Optional<CircuitId> feeding = parent.map(CircuitId::new);
    Optional<Power> rating = find(section, "ratingKva", Kinds.above(0)).map(Power::ofKilowatts);
    Optional<Current> imbalance =
        find(section, "maxImbalanceA", Kinds.atLeast(0)).map(Current::ofAmps);
    return section.build(
        () -> new Circuit(new CircuitId(name), feeding, fuse, uncontrolled, rating, imbalance));
  }

  private static Optional<Double> find(Section section, String key, Kind<Double> kind) {
    return section.has(key) ? Optional.of(section.read(key, kind)) : Optional.empty();
  }

  private static PhaseCurrents currents(
      Section section, String key, Kind<Double> kind, Optional<PhaseCurrents> whenAbsent) {
    if (section.isList(key)) {
      List<Double> amps = section.list(key, kind, 3, List.of(1.0, 1.0, 1.0));
      return PhaseCurrents.ofAmps(amps.get(0), amps.get(1), amps.get(2));
    }
    return whenAbsent.isPresent() && !section.has(key)
        ? whenAbsent.get()
        : PhaseCurrents.balanced(Current.ofAmps(section.read(key, kind)));
  }

  private void reportRings(List<Circuit> all) {
    Set<CircuitId> reported = new HashSet<>();
    for (Circuit circuit : all) {
      Set<CircuitId> path = new LinkedHashSet<>();
      Optional<CircuitId> at = Optional.of(circuit.id());
      while (at.isPresent() && path.add(at.get())) {
        at = parentOf(all, at.get());
      }
      boolean inRing = at.isPresent() && at.get().equals(circuit.id());
      if (inRing && Collections.disjoint(reported, path)) {
        reported.addAll(path);
        find(circuit.id())
            .ifPresent(it -> it.problem("fedBy", "makes a ring: " + path + ", expected a tree."));
      }
    }
  }

  private static Optional<CircuitId> parentOf(List<Circuit> all, CircuitId id) {
    return all.stream().filter(c -> c.id().equals(id)).findFirst().flatMap(Circuit::parent);
  }

  private static boolean isName(String name) {
    try {
      return new CircuitId(name).value().equals(name);
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
