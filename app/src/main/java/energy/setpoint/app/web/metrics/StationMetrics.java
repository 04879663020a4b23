package energy.setpoint.app.web.metrics;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.core.site.Station;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Stations: whether they are heard, and what they fall back to. */
@Component
final class StationMetrics implements MeterBinder {

  private final EngineView engine;

  StationMetrics(EngineView engine) {
    this.engine = engine;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    engine.site().stations().forEach(station -> bind(registry, station));
  }

  private void bind(MeterRegistry registry, Station station) {
    new Gauges<>(
            registry,
            engine,
            Tags.of("station", station.id().value()),
            s -> s.stations().stream().filter(v -> v.id().equals(station.id())).findFirst())
        .add(
            "setpoint.station.connected", "1 while its socket is open.", v -> v.connected() ? 1 : 0)
        .add(
            "setpoint.station.fallback.confirmed",
            "1 when it confirmed what it falls back to without the engine.",
            v -> v.fallbackConfirmed() ? 1 : 0);
  }
}
