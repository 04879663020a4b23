package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.physics.SolarArray;
import energy.setpoint.simulation.physics.StationaryBattery;
import energy.setpoint.simulation.station.state.StationSnapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Adds up what flows into each circuit (Kirchhoff's first law, phase by phase). */
final class FlowSum {

  private final Scenario scenario;
  private final Map<DeviceId, StationaryBattery> batteries;
  private final Map<StationId, CircuitId> circuitOfStation = new HashMap<>();

  FlowSum(Scenario scenario, Map<DeviceId, StationaryBattery> batteries) {
    this.scenario = scenario;
    this.batteries = batteries;
    scenario.site().stations().forEach(s -> circuitOfStation.put(s.id(), s.circuit()));
  }

  SiteFlows at(Instant instant, Collection<StationSnapshot> stations) {
    Site site = scenario.site();
    Voltage voltage = site.voltage();
    Sums sums = new Sums(site.circuits());
    for (StationSnapshot station : stations) {
      Optional.ofNullable(circuitOfStation.get(station.station()))
          .ifPresent(circuit -> sums.add(circuit, station.currents()));
    }
    SequencedMap<DeviceId, Power> solar = new LinkedHashMap<>();
    for (Inverter inverter : site.inverters()) {
      Power production = production(inverter.id(), instant);
      solar.put(inverter.id(), production.negated());
      sums.add(
          inverter.circuit(), PhaseCurrents.balanced(voltage.currentFor(production.negated(), 3)));
    }
    SequencedMap<DeviceId, Power> stored = new LinkedHashMap<>();
    batteries.forEach((id, battery) -> {
      Battery rating = battery.rating();
      stored.put(id, battery.power());
      sums.add(rating.circuit(), battery.currents(voltage));
    });
    PhaseCurrents building = PhaseCurrents.ZERO;
    for (var load : scenario.loads().entrySet()) {
      PhaseCurrents drawn = load.getValue().currentsAt(instant);
      sums.add(load.getKey(), drawn);
      building = building.plus(drawn);
    }
    return new SiteFlows(instant, sums.circuits, solar, stored, building.at(voltage));
  }

  private Power production(DeviceId inverter, Instant instant) {
    return Optional.ofNullable(scenario.solar().get(inverter))
        .map((SolarArray array) -> array.productionAt(instant))
        .orElse(Power.ZERO);
  }

  /** Sums by circuit; what flows into a circuit flows through all that feed it. */
  private static final class Sums {

    private final CircuitTree tree;
    private final SequencedMap<CircuitId, PhaseCurrents> circuits = new LinkedHashMap<>();

    Sums(CircuitTree tree) {
      this.tree = tree;
      tree.all().forEach(circuit -> circuits.put(circuit.id(), PhaseCurrents.ZERO));
    }

    void add(CircuitId circuit, PhaseCurrents currents) {
      for (Circuit onTheWay : tree.pathToRoot(circuit)) {
        circuits.merge(onTheWay.id(), currents, PhaseCurrents::plus);
      }
    }
  }
}
