package energy.setpoint.app.config;

import energy.setpoint.app.config.document.ConfigurationException;
import energy.setpoint.app.config.feed.FeedSettings;
import energy.setpoint.app.config.station.StationRules;
import energy.setpoint.app.homeassistant.HomeAssistantSettings;
import energy.setpoint.app.storage.history.HistorySettings;
import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.DayShape;
import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.control.SiteModel;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.session.Vehicle;
import energy.setpoint.core.signal.GridSignal;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.traits.Wiring;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that one YAML file says about a site; {@code docs/how-to/configure-a-site.md} describes every
 * key.
 *
 * @param file where it came from
 * @param wirings what the file says of what each station can do, for all stations
 * @param stationRules what it says of all of them together
 * @param connections how devices are reached; a device without one takes part in plans only
 * @param signals the devices through which the grid operator limits the site
 * @param typicalLoad the uncontrolled load of a usual day, at least 0 W
 * @param typicalProduction of all inverters together on a usual day, at most 0 W
 * @param security how stations prove themselves
 * @param tariff where the file names one
 * @param prices the market whose prices take the place of the tariff's import price
 * @param history how long the past is kept
 * @param proxy where the stations belong to another CSMS
 * @param homeAssistant where the site shows itself to Home Assistant
 */
public record SiteFile(
    Path file,
    Site site,
    Map<StationId, Wiring> wirings,
    StationRules stationRules,
    Map<DeviceId, DeviceConnection> connections,
    List<GridSignal> signals,
    DayShape typicalLoad,
    DayShape typicalProduction,
    List<Vehicle> vehicles,
    GuestNeed guests,
    Authorization authorization,
    SiteSecurity security,
    Optional<Tariff> tariff,
    Optional<FeedSettings> prices,
    ControlSettings control,
    HistorySettings history,
    Optional<ProxyConfiguration> proxy,
    Optional<HomeAssistantSettings> homeAssistant) {

  public SiteFile {
    wirings = Map.copyOf(wirings);
    connections = Map.copyOf(connections);
    signals = List.copyOf(signals);
    vehicles = List.copyOf(vehicles);
  }

  /** What each station can do by the file and by default, before it is asked. */
  public Map<StationId, StationTraits> traits() {
    return wirings.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().traits()));
  }

  /**
   * What the control loop is told about the site.
   *
   * @param inForce the file's own tariff, or another one in its place
   * @param heard the devices of the grid operator that can be heard: none in a replay, where their
   *     silence would be taken as a fault
   */
  public SiteModel model(Tariff inForce, List<GridSignal> heard) {
    return new SiteModel(
        site,
        inForce,
        new NeedBook(vehicles, guests, site.zone()),
        typicalLoad,
        typicalProduction,
        heard);
  }

  /**
   * Reads and checks a site file. Device templates that are only named are looked for in {@code
   * config/devices} of the installation ({@code setpoint.home}, or the working directory).
   *
   * @throws ConfigurationException naming every mistake by file, line and key
   */
  public static SiteFile read(Path file) {
    Path home = Path.of(System.getProperty("setpoint.home", ""));
    return read(file, home.resolve("config").resolve("devices"));
  }

  /**
   * Reads and checks a site file.
   *
   * @param devices the folder with the device templates that need only be named
   * @throws ConfigurationException naming every mistake by file, line and key
   */
  public static SiteFile read(Path file, Path devices) {
    return SiteFileReader.read(file, devices);
  }
}
