package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.physics.BuildingLoad;
import energy.setpoint.simulation.physics.SolarArray;
import energy.setpoint.simulation.station.MessageSet;
import energy.setpoint.simulation.station.StationSettings;
import java.util.Map;

/**
 * Everything that happens at a site without the engine's doing.
 *
 * @param speech what each station speaks; every station of the site must occur
 * @param solar the panels behind each inverter; an inverter that does not occur produces nothing
 * @param loads what else is connected directly to a circuit
 * @param batteryCharge how full each battery is at the start; half where not given
 */
public record Scenario(
    Site site,
    Map<StationId, MessageSet> speech,
    StationSettings stationSettings,
    VisitPlan visits,
    Map<DeviceId, SolarArray> solar,
    Map<CircuitId, BuildingLoad> loads,
    Map<DeviceId, StateOfCharge> batteryCharge) {

  public Scenario {
    speech = Map.copyOf(speech);
    solar = Map.copyOf(solar);
    loads = Map.copyOf(loads);
    batteryCharge = Map.copyOf(batteryCharge);
    for (var station : site.stations()) {
      if (!speech.containsKey(station.id())) {
        throw new IllegalArgumentException(
            "The scenario does not say which version station " + station.id() + " speaks.");
      }
    }
  }

  public Scenario withVisits(VisitPlan other) {
    return new Scenario(site, speech, stationSettings, other, solar, loads, batteryCharge);
  }

  public Scenario withStationSettings(StationSettings other) {
    return new Scenario(site, speech, other, visits, solar, loads, batteryCharge);
  }
}
