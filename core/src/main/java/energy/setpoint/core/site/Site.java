package energy.setpoint.core.site;

import energy.setpoint.core.quantity.Voltage;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that the engine controls and measures behind one grid connection.
 *
 * @param zone for tariff calendars, departure times and display
 * @param voltage nominal, between phase and neutral
 */
public record Site(
    SiteId id,
    String name,
    ZoneId zone,
    Voltage voltage,
    GridConnection grid,
    CircuitTree circuits,
    List<Station> stations,
    List<Battery> batteries,
    List<Inverter> inverters,
    List<Meter> meters) {

  public Site {
    stations = List.copyOf(stations);
    batteries = List.copyOf(batteries);
    inverters = List.copyOf(inverters);
    meters = List.copyOf(meters);
    Set<String> names = new HashSet<>();
    for (Station station : stations) {
      requireCircuit(circuits, station.circuit(), "Station " + station.id());
      requireNew(names, station.id().value());
    }
    for (Battery battery : batteries) {
      requireCircuit(circuits, battery.circuit(), "Battery " + battery.id());
      requireNew(names, battery.id().value());
    }
    for (Inverter inverter : inverters) {
      requireCircuit(circuits, inverter.circuit(), "Inverter " + inverter.id());
      requireNew(names, inverter.id().value());
    }
    for (Meter meter : meters) {
      requireCircuit(circuits, meter.circuit(), "Meter " + meter.id());
      requireNew(names, meter.id().value());
    }
  }

  public Optional<Station> findStation(StationId id) {
    return stations.stream().filter(station -> station.id().equals(id)).findFirst();
  }

  public Optional<Evse> findEvse(EvseRef ref) {
    return findStation(ref.station()).flatMap(station -> station.findEvse(ref.number()));
  }

  public Stream<Evse> evses() {
    return stations.stream().flatMap(station -> station.evses().stream());
  }

  /** The meter of everything that the site takes from the grid, where there is one. */
  public Optional<Meter> findGridMeter() {
    return meters.stream().filter(m -> m.circuit().equals(circuits.root().id())).findFirst();
  }

  private static void requireCircuit(CircuitTree circuits, CircuitId id, String who) {
    if (circuits.find(id).isEmpty()) {
      throw new IllegalArgumentException(who + " is on circuit " + id + ", which does not exist.");
    }
  }

  private static void requireNew(Set<String> names, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("The id " + name + " is used twice.");
    }
  }
}
