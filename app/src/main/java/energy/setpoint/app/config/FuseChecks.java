package energy.setpoint.app.config;

import energy.setpoint.app.config.StationSections.PlacedStation;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.GridConnection;
import java.util.ArrayList;
import java.util.List;

/**
 * What must fit through fuses and transformers before the engine may start: every EVSE on its own,
 * and all fallbacks together with the uncontrolled loads, because that is what flows while the
 * engine is gone.
 */
final class FuseChecks {

  private final CircuitSections sections;
  private final CircuitTree tree;
  private final Voltage voltage;
  private final List<PlacedStation> stations;

  FuseChecks(
      CircuitSections sections, CircuitTree tree, Voltage voltage, List<PlacedStation> stations) {
    this.sections = sections;
    this.tree = tree;
    this.voltage = voltage;
    this.stations = stations;
  }

  void report() {
    stations.forEach(this::reportTooStrongEvses);
    tree.all().forEach(this::reportDefaultsThatDoNotFit);
  }

  /** The grid connection counts the phases together. */
  void report(GridConnection grid, Section section) {
    Power fallbacks = fallbacksBehind(tree.root()).at(voltage);
    Power uncontrolled = uncontrolledBehind(tree.root()).at(voltage);
    Power sum = fallbacks.plus(uncontrolled);
    if (sum.watts() > grid.importLimit().watts()) {
      section.problem(
          "importLimitKw",
          "is too small for what flows when the engine is gone: fallbacks of "
              + kilowatts(fallbacks)
              + " kW and uncontrolled loads of "
              + kilowatts(uncontrolled)
              + " kW exceed "
              + kilowatts(grid.importLimit())
              + " kW by "
              + kilowatts(sum.minus(grid.importLimit()))
              + " kW. Maybe lower fallbackA of the stations or uncontrolledMaxA.");
    }
  }

  private void reportTooStrongEvses(PlacedStation placed) {
    for (int i = 0; i < placed.evses().size(); i++) {
      Evse evse = placed.station().evses().get(i);
      for (Circuit circuit : tree.pathToRoot(placed.station().circuit())) {
        PhaseCurrents carries = circuit.carries(voltage);
        Current weakest =
            evse.wiring().stream().map(carries::on).min(Current::compareTo).orElseThrow();
        if (evse.maximum().isMoreThan(weakest)) {
          placed
              .evses()
              .get(i)
              .problem(
                  "maxA",
                  "is "
                      + amps(evse.maximum())
                      + ", more than the "
                      + (isTransformer(circuit, weakest) ? "transformer" : "fuse")
                      + " of circuit "
                      + circuit.id()
                      + " carries ("
                      + amps(weakest)
                      + (isTransformer(circuit, weakest) ? " A on each phase)." : " A)."));
        }
      }
    }
  }

  /** Whether it is the transformer that keeps phases below their fuses. */
  private static boolean isTransformer(Circuit circuit, Current carried) {
    return circuit.fuse().smallest().isMoreThan(carried);
  }

  private void reportDefaultsThatDoNotFit(Circuit circuit) {
    PhaseCurrents carries = circuit.carries(voltage);
    boolean transformer = isTransformer(circuit, carries.smallest());
    PhaseCurrents fallbacks = fallbacksBehind(circuit);
    PhaseCurrents uncontrolled = uncontrolledBehind(circuit);
    List<String> exceeded = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      Current sum = fallbacks.on(phase).plus(uncontrolled.on(phase));
      if (sum.isMoreThan(carries.on(phase))) {
        exceeded.add(
            "on "
                + phase
                + " fallbacks of "
                + amps(fallbacks.on(phase))
                + " A and uncontrolled loads of "
                + amps(uncontrolled.on(phase))
                + " A exceed "
                + amps(carries.on(phase))
                + " A by "
                + amps(sum.minus(carries.on(phase)))
                + " A");
      }
    }
    if (!exceeded.isEmpty()) {
      sections
          .find(circuit.id())
          .ifPresent(section ->
              section.problem(
                  transformer ? "ratingKva" : "fuseA",
                  "is too small for what flows when the engine is gone: "
                      + String.join("; ", exceeded)
                      + ". Maybe lower fallbackA of the stations or uncontrolledMaxA."));
    }
  }

  private PhaseCurrents fallbacksBehind(Circuit circuit) {
    return stations.stream()
        .map(PlacedStation::station)
        .filter(station -> tree.pathToRoot(station.circuit()).contains(circuit))
        .flatMap(station ->
            station.evses().stream()
                .map(evse -> PhaseCurrents.on(evse.wiring(), station.fallback())))
        .reduce(PhaseCurrents.ZERO, PhaseCurrents::plus);
  }

  private PhaseCurrents uncontrolledBehind(Circuit circuit) {
    return tree.all().stream()
        .filter(inner -> tree.pathToRoot(inner.id()).contains(circuit))
        .map(Circuit::uncontrolledMax)
        .reduce(PhaseCurrents.ZERO, PhaseCurrents::plus);
  }

  private static String kilowatts(Power power) {
    return Kinds.plain(Math.round(power.watts()) / 1000.0);
  }

  private static String amps(Current current) {
    return Kinds.plain(current.amps());
  }
}
