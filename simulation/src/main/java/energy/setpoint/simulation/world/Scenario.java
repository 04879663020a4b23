package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.physics.BuildingLoad;
import energy.setpoint.simulation.physics.SolarArray;
import energy.setpoint.simulation.station.MessageSet;
import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.line.StationSettings;
import energy.setpoint.simulation.station.state.StationType;
import java.util.Map;

/**
 * Everything that happens at a site without the engine's doing.
 *
 * @param speech what each station speaks; every station of the site must occur
 * @param solar the panels behind each inverter; an inverter that does not occur produces nothing
 * @param loads what else is connected directly to a circuit
 * @param batteryCharge how full each battery is at the start; half where not given
 * @param types what each station can do; the usual where not given
 * @param habits what is wrong with each station; nothing where not given
 */
public record Scenario(
    Site site,
    Map<StationId, MessageSet> speech,
    StationSettings stationSettings,
    VisitPlan visits,
    Map<DeviceId, SolarArray> solar,
    Map<CircuitId, BuildingLoad> loads,
    Map<DeviceId, StateOfCharge> batteryCharge,
    Map<StationId, StationType> types,
    Map<StationId, Habits> habits) {

  public Scenario {
    speech = Map.copyOf(speech);
    solar = Map.copyOf(solar);
    loads = Map.copyOf(loads);
    batteryCharge = Map.copyOf(batteryCharge);
    types = Map.copyOf(types);
    habits = Map.copyOf(habits);
    for (var station : site.stations()) {
      if (!speech.containsKey(station.id())) {
        throw new IllegalArgumentException(
            "The scenario does not say which version station " + station.id() + " speaks.");
      }
    }
  }

  /** With usual stations that do as they should. */
  public Scenario(
      Site site,
      Map<StationId, MessageSet> speech,
      StationSettings stationSettings,
      VisitPlan visits,
      Map<DeviceId, SolarArray> solar,
      Map<CircuitId, BuildingLoad> loads,
      Map<DeviceId, StateOfCharge> batteryCharge) {
    this(site, speech, stationSettings, visits, solar, loads, batteryCharge, Map.of(), Map.of());
  }

  public Scenario withVisits(VisitPlan other) {
    return new Scenario(
        site, speech, stationSettings, other, solar, loads, batteryCharge, types, habits);
  }

  public Scenario withStationSettings(StationSettings other) {
    return new Scenario(site, speech, other, visits, solar, loads, batteryCharge, types, habits);
  }

  public Scenario withTypes(Map<StationId, StationType> other) {
    return new Scenario(
        site, speech, stationSettings, visits, solar, loads, batteryCharge, other, habits);
  }

  /**
   * With stations that misbehave, as from a file that {@code HabitsFile} reads.
   *
   * @throws IllegalArgumentException when a station is not there
   */
  public Scenario withHabits(Map<StationId, Habits> other) {
    for (StationId station : other.keySet()) {
      if (!speech.containsKey(station)) {
        throw new IllegalArgumentException(
            "There is no station " + station + " to misbehave. Maybe its id is mistyped.");
      }
    }
    return new Scenario(
        site, speech, stationSettings, visits, solar, loads, batteryCharge, types, other);
  }
}
