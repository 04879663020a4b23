package energy.setpoint.app.web.metrics;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.control.SiteSnapshot.CircuitView;
import energy.setpoint.core.control.SiteSnapshot.DeviceView;
import energy.setpoint.core.control.SiteSnapshot.EvseView;
import energy.setpoint.core.control.SiteSnapshot.StationView;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * The site at the last look: power, limits, and what cannot be heard. What is unknown is NaN. Load
 * convention: generation and discharge are negative.
 */
@Component
final class SiteMetrics implements MeterBinder {

  private final EngineView engine;

  SiteMetrics(EngineView engine) {
    this.engine = engine;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    bindGrid(registry);
    Site site = engine.site();
    site.meters().forEach(meter -> bindDevice(registry, meter.id(), "meter"));
    site.inverters().forEach(inverter -> bindDevice(registry, inverter.id(), "inverter"));
    site.batteries().forEach(battery -> bindDevice(registry, battery.id(), "battery"));
    site.stations().forEach(station -> bindStation(registry, station));
    site.evses().forEach(evse -> bindEvse(registry, evse, site.voltage()));
    site.circuits().all().forEach(circuit -> bindCircuit(registry, circuit));
  }

  private void bindGrid(MeterRegistry registry) {
    Tags none = Tags.empty();
    gauge(
        registry,
        "setpoint.grid.power",
        "watts",
        none,
        "Measured at the grid connection.",
        s -> watts(s.gridPower()));
    gauge(
        registry,
        "setpoint.grid.import.limit",
        "watts",
        none,
        "The most that may be taken from the grid now.",
        s -> s.importLimit().watts());
    gauge(
        registry,
        "setpoint.uncontrolled.power",
        "watts",
        none,
        "Estimated load outside the engine's control.",
        s -> watts(s.uncontrolled()));
    gauge(
        registry,
        "setpoint.import.price",
        "",
        none,
        "Price of energy from the grid per kWh, in the site's currency.",
        s -> s.importPrice().perKilowattHour());
    gauge(
        registry,
        "setpoint.sessions.open",
        "",
        none,
        "Vehicles that are connected.",
        s -> s.evses().stream().filter(evse -> evse.session().isPresent()).count());
    gauge(
        registry,
        "setpoint.alerts",
        "",
        none,
        "What an operator should look at.",
        s -> s.alerts().size());
  }

  private void bindDevice(MeterRegistry registry, DeviceId id, String kind) {
    Tags tags = Tags.of("device", id.value(), "kind", kind);
    device(
        registry,
        "setpoint.device.stale",
        "",
        tags,
        "1 when no reading may be believed any more.",
        id,
        d -> d.stale() ? 1 : 0);
    device(
        registry,
        "setpoint.device.power",
        "watts",
        tags,
        "Measured; NaN when stale.",
        id,
        d -> watts(d.power()));
    if (kind.equals("battery")) {
      device(
          registry,
          "setpoint.device.soc",
          "ratio",
          tags,
          "State of charge, 0 to 1.",
          id,
          d -> d.soc().map(StateOfCharge::fraction).orElse(Double.NaN));
      device(
          registry,
          "setpoint.device.setpoint",
          "watts",
          tags,
          "What it was told last.",
          id,
          d -> watts(d.setpoint()));
    }
  }

  private void bindStation(MeterRegistry registry, Station station) {
    Tags tags = Tags.of("station", station.id().value());
    Function<SiteSnapshot, Optional<StationView>> find =
        s -> s.stations().stream().filter(v -> v.id().equals(station.id())).findFirst();
    gauge(
        registry,
        "setpoint.station.connected",
        "",
        tags,
        "1 while its socket is open.",
        s -> find.apply(s).map(v -> v.connected() ? 1.0 : 0.0).orElse(Double.NaN));
    gauge(
        registry,
        "setpoint.station.fallback.confirmed",
        "",
        tags,
        "1 when it confirmed what it falls back to without the engine.",
        s -> find.apply(s).map(v -> v.fallbackConfirmed() ? 1.0 : 0.0).orElse(Double.NaN));
  }

  private void bindEvse(MeterRegistry registry, Evse evse, Voltage voltage) {
    Tags tags =
        Tags.of(
            "station", evse.ref().station().value(),
            "evse", Integer.toString(evse.ref().number()));
    evse(
        registry,
        "setpoint.evse.power",
        "watts",
        tags,
        "Measured; NaN when stale.",
        evse,
        v -> watts(v.measured()));
    evse(
        registry,
        "setpoint.evse.limit",
        "watts",
        tags,
        "What the station confirmed; NaN when nothing is in force.",
        evse,
        v -> watts(v.confirmed().map(limit -> limit.at(voltage, v.phases()))));
    evse(
        registry,
        "setpoint.evse.wanted",
        "watts",
        tags,
        "What the guard decided.",
        evse,
        v -> v.wanted().at(voltage, v.phases()).watts());
    evse(
        registry,
        "setpoint.evse.budget",
        "amperes",
        tags,
        "What it is budgeted at, per phase.",
        evse,
        v -> v.mayDraw().amps());
  }

  private void bindCircuit(MeterRegistry registry, Circuit circuit) {
    for (Phase phase : Phase.values()) {
      Tags tags = Tags.of("circuit", circuit.id().value(), "phase", phase.name());
      circuit(
          registry,
          "setpoint.circuit.headroom",
          tags,
          "What is left of the fuse when every device draws what it may; never below 0 in a"
              + " healthy site.",
          circuit,
          v -> v.fuse().minus(v.occupied()).minus(v.budgeted()).on(phase).amps());
      circuit(
          registry,
          "setpoint.circuit.fuse",
          tags,
          "The fuse.",
          circuit,
          v -> v.fuse().on(phase).amps());
    }
  }

  private void device(
      MeterRegistry registry,
      String name,
      String unit,
      Tags tags,
      String description,
      DeviceId id,
      ToDoubleFunction<DeviceView> value) {
    gauge(
        registry,
        name,
        unit,
        tags,
        description,
        s ->
            s.devices().stream()
                .filter(v -> v.id().equals(id))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN));
  }

  private void evse(
      MeterRegistry registry,
      String name,
      String unit,
      Tags tags,
      String description,
      Evse evse,
      ToDoubleFunction<EvseView> value) {
    gauge(
        registry,
        name,
        unit,
        tags,
        description,
        s ->
            s.evses().stream()
                .filter(v -> v.ref().equals(evse.ref()))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN));
  }

  private void circuit(
      MeterRegistry registry,
      String name,
      Tags tags,
      String description,
      Circuit circuit,
      ToDoubleFunction<CircuitView> value) {
    gauge(
        registry,
        name,
        "amperes",
        tags,
        description,
        s ->
            s.circuits().stream()
                .filter(v -> v.id().equals(circuit.id()))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN));
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String unit,
      Tags tags,
      String description,
      ToDoubleFunction<SiteSnapshot> value) {
    ToDoubleFunction<EngineView> look =
        e -> e.snapshot().map(value::applyAsDouble).orElse(Double.NaN);
    Gauge.Builder<EngineView> builder =
        Gauge.builder(name, engine, look).tags(tags).description(description);
    if (!unit.isEmpty()) {
      builder.baseUnit(unit);
    }
    builder.register(registry);
  }

  private static double watts(Optional<Power> power) {
    return power.map(Power::watts).orElse(Double.NaN);
  }
}
