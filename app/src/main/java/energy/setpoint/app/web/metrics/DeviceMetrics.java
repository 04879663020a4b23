package energy.setpoint.app.web.metrics;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.core.control.SiteSnapshot.DeviceView;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Site;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Meters, inverters and batteries: what they measure, and whether they are heard. */
@Component
final class DeviceMetrics implements MeterBinder {

  private final EngineView engine;

  DeviceMetrics(EngineView engine) {
    this.engine = engine;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Site site = engine.site();
    site.meters().forEach(meter -> bind(registry, meter.id(), "meter"));
    site.inverters().forEach(inverter -> bind(registry, inverter.id(), "inverter"));
    site.batteries().forEach(battery -> bindBattery(bind(registry, battery.id(), "battery")));
  }

  private Gauges<DeviceView> bind(MeterRegistry registry, DeviceId id, String kind) {
    Tags tags = Tags.of("device", id.value(), "kind", kind);
    return new Gauges<>(
            registry,
            engine,
            tags,
            s -> s.devices().stream().filter(v -> v.id().equals(id)).findFirst())
        .add(
            "setpoint.device.stale",
            "1 when no reading may be believed any more.",
            d -> d.stale() ? 1 : 0)
        .add(
            "setpoint.device.power",
            "watts",
            "Measured; NaN when stale.",
            d -> Gauges.watts(d.power()));
  }

  private static void bindBattery(Gauges<DeviceView> battery) {
    battery
        .add(
            "setpoint.device.soc",
            "ratio",
            "State of charge, 0 to 1.",
            d -> d.soc().map(StateOfCharge::fraction).orElse(Double.NaN))
        .add(
            "setpoint.device.setpoint",
            "watts",
            "What it was told last.",
            d -> Gauges.watts(d.setpoint()));
  }
}
