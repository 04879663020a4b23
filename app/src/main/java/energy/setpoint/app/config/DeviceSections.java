package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.app.config.signal.SignalScale;
import energy.setpoint.app.config.signal.SignalSection;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.signal.GridSignal;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Meter;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.DeviceTemplates;
import energy.setpoint.der.template.Measured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads batteries, inverters, meters and grid signals, and how each is reached. */
final class DeviceSections {

  private static final DeviceId UNNAMED = new DeviceId("x");

  private final CircuitSections circuits;
  private final Identities identities;
  private final ConnectionSections templates;
  private final Map<DeviceId, DeviceConnection> connections = new HashMap<>();

  DeviceSections(CircuitSections circuits, Identities identities, ConnectionSections templates) {
    this.circuits = circuits;
    this.identities = identities;
    this.templates = templates;
  }

  List<Battery> batteries(Section site) {
    return all(site, "batteries", this::battery);
  }

  List<Inverter> inverters(Section site) {
    return all(site, "inverters", this::inverter);
  }

  List<Meter> meters(Section site) {
    return all(site, "meters", this::meter);
  }

  /** What the grid operator sends signals through. */
  List<GridSignal> gridSignals(Section site, SignalScale scale) {
    return all(site, "gridSignals", section -> gridSignal(section, scale));
  }

  /** How the devices that were read so far are reached. */
  Map<DeviceId, DeviceConnection> connections() {
    return Map.copyOf(connections);
  }

  private static <T> List<T> all(Section site, String key, Function<Section, Optional<T>> reader) {
    return site.sections(key).stream().flatMap(section -> reader.apply(section).stream()).toList();
  }

  private Optional<Battery> battery(Section section) {
    DeviceId id = id(section);
    CircuitId circuit = circuits.reference(section, "circuit");
    double capacityKwh = section.read("capacityKwh", Kinds.above(0));
    double maxChargeKw = section.read("maxChargeKw", Kinds.atLeast(0));
    double maxDischargeKw = section.read("maxDischargeKw", Kinds.atLeast(0), maxChargeKw);
    double chargeEfficiency = section.read("chargeEfficiency", Kinds.aboveUpTo(0, 1), 0.95);
    double dischargeEfficiency = section.read("dischargeEfficiency", Kinds.aboveUpTo(0, 1), 0.95);
    double lowest = section.read("lowestSocPercent", Kinds.within(0, 100), 5.0);
    double highest = section.read("highestSocPercent", Kinds.within(0, 100), 95.0);
    if (section.isSound() && lowest > highest) {
      section.problem(
          "lowestSocPercent",
          "is "
              + Kinds.plain(lowest)
              + ", more than highestSocPercent ("
              + Kinds.plain(highest)
              + ").");
    }
    connect(section, id, DeviceKind.BATTERY);
    return section.build(() ->
        new Battery(
            id,
            circuit,
            Energy.ofKilowattHours(capacityKwh),
            Power.ofKilowatts(maxChargeKw),
            Power.ofKilowatts(maxDischargeKw),
            chargeEfficiency,
            dischargeEfficiency,
            StateOfCharge.ofPercent(lowest),
            StateOfCharge.ofPercent(highest)));
  }

  private Optional<Inverter> inverter(Section section) {
    DeviceId id = id(section);
    CircuitId circuit = circuits.reference(section, "circuit");
    double ratedKw = section.read("ratedKw", Kinds.above(0));
    connect(section, id, DeviceKind.INVERTER);
    return section.build(() -> new Inverter(id, circuit, Power.ofKilowatts(ratedKw)));
  }

  private Optional<Meter> meter(Section section) {
    DeviceId id = id(section);
    CircuitId circuit = circuits.reference(section, "circuit");
    connect(section, id, DeviceKind.METER);
    return section.build(() -> new Meter(id, circuit));
  }

  private Optional<GridSignal> gridSignal(Section section, SignalScale scale) {
    DeviceId id = id(section);
    if (!section.has("connection")) {
      section.problem("connection", "is missing, expected how the device is reached.");
    }
    connect(section, id, DeviceKind.GRID_SIGNAL);
    boolean tellsWatts =
        Optional.ofNullable(connections.get(id))
            .map(it -> DeviceTemplates.read(it.template()).transport().measured())
            .filter(measured -> measured.contains(Measured.LIMIT))
            .isPresent();
    return SignalSection.read(section, id, scale, tellsWatts);
  }

  private DeviceId id(Section section) {
    return identities.readNew(section, "id", UNNAMED, DeviceId::new);
  }

  private void connect(Section section, DeviceId id, DeviceKind kind) {
    if (section.has("connection")) {
      templates
          .read(section.section("connection"), kind)
          .ifPresent(connection -> connections.put(id, connection));
    }
  }
}
