package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.physics.BuildingLoad;
import energy.setpoint.simulation.physics.SolarArray;
import energy.setpoint.simulation.station.MessageSet;
import energy.setpoint.simulation.station.line.StationSettings;
import energy.setpoint.simulation.station.v16.Messages16;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A depot of delivery vans with some visitors by day, stations of all three versions, panels on the
 * roof and a building that draws what the site file allows it.
 */
public final class DepotScenario {

  private static final double NIGHT_SHARE = 0.15;
  private static final double CLOUDINESS = 0.5;
  private static final StateOfCharge HALF = new StateOfCharge(0.5);

  private DepotScenario() {}

  /**
   * The scenario for a site whose station ids tell the version: {@code …-16…}, {@code …-201…},
   * {@code …-21…}.
   *
   * @throws IllegalArgumentException when a station's id does not
   */
  public static Scenario of(Site site, long seed) {
    ZoneId zone = site.zone();
    Map<StationId, MessageSet> speech = new LinkedHashMap<>();
    for (Station station : site.stations()) {
      speech.put(station.id(), speechOf(station.id()));
    }
    Map<DeviceId, SolarArray> solar = new LinkedHashMap<>();
    for (Inverter inverter : site.inverters()) {
      Power peak = inverter.rated();
      solar.put(inverter.id(), SolarArray.clearSky(peak, zone).withClouds(CLOUDINESS, seed));
    }
    Map<CircuitId, BuildingLoad> loads = new LinkedHashMap<>();
    for (Circuit circuit : site.circuits().all()) {
      long own = seed + circuit.id().value().hashCode();
      loads.put(circuit.id(), new BuildingLoad(circuit.uncontrolledMax(), zone, NIGHT_SHARE, own));
    }
    Map<DeviceId, StateOfCharge> charge = new LinkedHashMap<>();
    site.batteries().forEach(battery -> charge.put(battery.id(), HALF));
    return new Scenario(
        site, speech, StationSettings.usual(), new DepotVisits(site, seed), solar, loads, charge);
  }

  private static MessageSet speechOf(StationId station) {
    String name = station.value();
    if (name.contains("-16")) {
      return new Messages16();
    }
    if (name.contains("-201")) {
      return new Messages201();
    }
    if (name.contains("-21")) {
      return new Messages21();
    }
    throw new IllegalArgumentException(
        "The id of station "
            + station
            + " does not tell its version. Maybe it lacks -16, -201 or -21.");
  }
}
