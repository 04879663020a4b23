package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.physics.StationaryBattery;
import energy.setpoint.simulation.station.SimulatedStation;
import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.state.StationSnapshot;
import energy.setpoint.simulation.station.state.StationType;
import energy.setpoint.simulation.station.wire.StationTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The physics of a site and its stations, stepped by whoever owns it. One thread steps; the others
 * may look at the last flows and at the stations.
 */
final class SimulatedSite implements AutoCloseable {

  /** How long a battery follows its last command. */
  static final Duration BATTERY_WATCHDOG = Duration.ofSeconds(60);

  private final Scenario scenario;
  private final SequencedMap<StationId, SimulatedStation> stations = new LinkedHashMap<>();
  private final SequencedMap<DeviceId, StationaryBattery> batteries = new LinkedHashMap<>();
  private final Guests guests;
  private final FlowSum sum;
  private final FuseAuditor auditor;
  private volatile SiteFlows flows;
  private Instant now;
  private double importedWattHours;
  private double exportedWattHours;
  private double yieldWattHours;

  SimulatedSite(Scenario scenario, StationTransport transport, FuseAuditor auditor, Instant start) {
    Site site = scenario.site();
    this.scenario = scenario;
    this.auditor = auditor;
    this.now = start;
    for (var station : site.stations()) {
      SimulatedStation simulated =
          new SimulatedStation(
              station,
              site.voltage(),
              Optional.ofNullable(scenario.speech().get(station.id())).orElseThrow(),
              transport,
              scenario.stationSettings(),
              scenario.types().getOrDefault(station.id(), StationType.USUAL),
              start);
      simulated.adopt(scenario.habits().getOrDefault(station.id(), Habits.GOOD));
      stations.put(station.id(), simulated);
    }
    for (Battery battery : site.batteries()) {
      StateOfCharge charge =
          scenario.batteryCharge().getOrDefault(battery.id(), new StateOfCharge(0.5));
      batteries.put(battery.id(), new StationaryBattery(battery, charge, BATTERY_WATCHDOG, start));
    }
    this.guests = new Guests(scenario.visits(), stations, start);
    this.sum = new FlowSum(scenario, batteries);
    this.flows = sum.at(start, List.of());
  }

  /** Steps everything to an instant after the last one. */
  void advance(Instant to) {
    Duration step = Duration.between(now, to);
    guests.advance(to);
    stations.values().forEach(station -> station.advance(to));
    batteries.values().forEach(battery -> battery.advance(to));
    now = to;
    List<StationSnapshot> seen =
        stations.values().stream().map(SimulatedStation::snapshot).toList();
    flows = sum.at(to, seen);
    count(step);
    auditor.observe(flows, step);
  }

  Instant now() {
    return now;
  }

  Site site() {
    return scenario.site();
  }

  SiteFlows flows() {
    return flows;
  }

  Collection<SimulatedStation> stations() {
    return Collections.unmodifiableCollection(stations.values());
  }

  Optional<SimulatedStation> findStation(StationId id) {
    return Optional.ofNullable(stations.get(id));
  }

  SequencedMap<DeviceId, StationaryBattery> batteries() {
    return Collections.unmodifiableSequencedMap(batteries);
  }

  Guests guests() {
    return guests;
  }

  /** What the site has taken from the grid. */
  Energy imported() {
    return new Energy(importedWattHours);
  }

  /** What the site has given to the grid. */
  Energy exported() {
    return new Energy(exportedWattHours);
  }

  /** What all inverters have produced, as a magnitude. */
  Energy yield() {
    return new Energy(yieldWattHours);
  }

  @Override
  public void close() {
    stations.values().forEach(SimulatedStation::close);
  }

  private void count(Duration step) {
    Power grid = flows.into(site().circuits().root().id()).at(site().voltage());
    double wattHours = grid.over(step).wattHours();
    importedWattHours += Math.max(0, wattHours);
    exportedWattHours += Math.max(0, -wattHours);
    for (Power inverter : flows.inverters().values()) {
      yieldWattHours -= inverter.over(step).wattHours();
    }
  }
}
