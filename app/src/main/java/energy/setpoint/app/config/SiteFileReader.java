package energy.setpoint.app.config;

import energy.setpoint.app.config.StationSections.PlacedStation;
import energy.setpoint.app.config.document.Document;
import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Problems;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.app.config.feed.FeedSection;
import energy.setpoint.app.config.feed.FeedSettings;
import energy.setpoint.app.config.signal.SignalScale;
import energy.setpoint.app.config.station.StationRules;
import energy.setpoint.app.config.tariff.TariffFile;
import energy.setpoint.app.config.tariff.TariffSection;
import energy.setpoint.app.homeassistant.HomeAssistantSettings;
import energy.setpoint.app.storage.history.HistorySettings;
import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.DayShape;
import energy.setpoint.core.control.SurplusSettings;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.session.Vehicle;
import energy.setpoint.core.signal.GridSignal;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.GridConnection;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Meter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.ocpp.security.StationAccess;
import energy.setpoint.ocpp.traits.Wiring;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks through a site file once, from top to bottom, and collects every mistake on the way. */
final class SiteFileReader {

  private final Path file;
  private final Path folder;
  private final Path devices;
  private final Section root;

  private SiteFileReader(Path file, Path devices, Section root) {
    this.file = file;
    this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
    this.devices = devices;
    this.root = root;
  }

  static SiteFile read(Path file, Path devices) {
    Problems problems = new Problems();
    Optional<SiteFile> siteFile =
        Document.text(file, problems)
            .flatMap(text -> Document.parse(Document.nameOf(file), text, problems))
            .flatMap(section -> new SiteFileReader(file, devices, section).read());
    problems.throwIfAny();
    return siteFile.orElseThrow();
  }

  private Optional<SiteFile> read() {
    Identities identities = new Identities();
    ZoneId zone = root.read("zone", Kinds.ZONE);
    SiteId id = root.read("id", Kind.of(Identities.EXPECTED, new SiteId("x"), SiteId::new));
    String name = root.read("name", Kinds.TEXT, id.value());
    Voltage voltage = Voltage.ofVolts(root.read("voltage", Kinds.aboveUpTo(0, 1000), 230.0));
    Optional<GridConnection> grid = grid();
    CircuitSections circuits = CircuitSections.of(root);
    Optional<CircuitTree> tree = circuits.tree();
    SecuritySection security = SecuritySection.of(root.section("security"), folder);
    List<PlacedStation> stations = new StationSections(circuits, identities, security).read(root);
    Optional<SiteSecurity> doors = security.settings(accesses(stations));
    tree.ifPresent(sound -> {
      FuseChecks checks = new FuseChecks(circuits, sound, voltage, stations);
      checks.report();
      grid.filter(_ -> root.isSound())
          .ifPresent(limits -> checks.report(limits, root.section("grid")));
    });
    DeviceSections readers =
        new DeviceSections(circuits, identities, new ConnectionSections(folder, devices));
    List<Battery> batteries = readers.batteries(root);
    List<Inverter> inverters = readers.inverters(root);
    List<Meter> meters = readers.meters(root);
    List<Station> placed = stations.stream().map(PlacedStation::station).toList();
    List<GridSignal> signals =
        readers.gridSignals(root, SignalScale.of(grid, placed, batteries, inverters));
    double ratedKw = inverters.stream().mapToDouble(it -> it.rated().kilowatts()).sum();
    DayShape load = typicalDay(zone, "building", "typicalDayKw", Kinds.atLeast(0), 1);
    DayShape production =
        typicalDay(zone, "solar", "typicalDayFactors", Kinds.within(0, 1), -ratedKw);
    List<Vehicle> vehicles = VehicleSections.vehicles(root);
    GuestNeed guests = VehicleSections.guests(root.section("guests"));
    Authorization authorization =
        VehicleSections.authorization(root.section("authorization"), vehicles);
    Optional<Tariff> tariff = tariff(zone);
    Optional<FeedSettings> prices = FeedSection.read(root, folder);
    StationRules rules = StationRules.read(root.section("ocpp"), folder);
    SurplusSettings surplus = SurplusSection.settings(root, stations, !inverters.isEmpty());
    Optional<ControlSettings> control =
        new ControlSection(root.section("control")).settings(surplus);
    Optional<HistorySettings> history = new HistorySection(root.section("history")).settings();
    Optional<ProxyConfiguration> proxy = ProxySection.read(root, folder);
    Optional<HomeAssistantSettings> home = HomeAssistantSection.read(root, folder);
    return root.build(() ->
        new SiteFile(
            file,
            new Site(
                id,
                name,
                zone,
                voltage,
                grid.orElseThrow(),
                tree.orElseThrow(),
                placed,
                batteries,
                inverters,
                meters),
            wirings(stations),
            rules,
            readers.connections(),
            signals,
            load,
            production,
            vehicles,
            guests,
            authorization,
            doors.orElseThrow(),
            tariff,
            prices,
            control.orElseThrow(),
            history.orElseThrow(),
            proxy,
            home));
  }

  private Optional<GridConnection> grid() {
    Section grid = root.section("grid");
    double importKw = grid.read("importLimitKw", Kinds.atLeast(0));
    double exportKw = grid.read("exportLimitKw", Kinds.atLeast(0), importKw);
    return grid.build(
        () -> new GridConnection(Power.ofKilowatts(importKw), Power.ofKilowatts(exportKw)));
  }

  private DayShape typicalDay(
      ZoneId zone, String group, String key, Kind<Double> kind, double factorKw) {
    Section section = root.section(group);
    List<Double> hourly = section.list(key, kind, 24, Collections.nCopies(24, 0.0));
    List<Power> powers = hourly.stream().map(value -> Power.ofKilowatts(value * factorKw)).toList();
    return section.build(() -> new DayShape(zone, powers)).orElseGet(() -> DayShape.nothing(zone));
  }

  /** Either the name of a file beside the site file, or the tariff's own keys. */
  private Optional<Tariff> tariff(ZoneId zone) {
    if (!root.has("tariff")) {
      return Optional.empty();
    }
    if (!root.isGroup("tariff")) {
      String name = root.read("tariff", Kinds.TEXT.described("a file name or a tariff's keys"));
      return TariffFile.read(folder.resolve(name), zone, root.problems());
    }
    Section section = root.section("tariff");
    if (!section.has("file")) {
      return TariffSection.tariff(section, folder, zone);
    }
    String name = section.read("file", Kinds.TEXT.described("the name of a tariff file"));
    return section
        .build(() -> folder.resolve(name))
        .flatMap(path -> TariffFile.read(path, zone, root.problems()));
  }

  private static Map<StationId, StationAccess> accesses(List<PlacedStation> stations) {
    Map<StationId, StationAccess> accesses = new HashMap<>();
    stations.forEach(placed -> accesses.put(placed.station().id(), placed.access()));
    return accesses;
  }

  private static Map<StationId, Wiring> wirings(List<PlacedStation> stations) {
    Map<StationId, Wiring> wirings = new HashMap<>();
    stations.forEach(placed -> wirings.put(placed.station().id(), placed.wiring()));
    return wirings;
  }
}
