package energy.setpoint.app.web.metrics;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** EVSEs: what each draws, may draw, and is budgeted at. */
@Component
final class EvseMetrics implements MeterBinder {

  private final EngineView engine;

  EvseMetrics(EngineView engine) {
    this.engine = engine;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Voltage voltage = engine.site().voltage();
    engine.site().evses().forEach(evse -> bind(registry, evse.ref(), voltage));
  }

  private void bind(MeterRegistry registry, EvseRef evse, Voltage voltage) {
    Tags tags = Tags.of("station", evse.station().value(), "evse", Integer.toString(evse.number()));
    new Gauges<>(
            registry,
            engine,
            tags,
            s -> s.evses().stream().filter(v -> v.ref().equals(evse)).findFirst())
        .add(
            "setpoint.evse.power",
            "watts",
            "Measured; NaN when stale.",
            v -> Gauges.watts(v.measured()))
        .add(
            "setpoint.evse.limit",
            "watts",
            "What the station confirmed; NaN when nothing is in force.",
            v -> Gauges.watts(v.confirmed().map(limit -> limit.at(voltage, v.phases()))))
        .add(
            "setpoint.evse.wanted",
            "watts",
            "What the guard decided.",
            v -> v.wanted().at(voltage, v.phases()).watts())
        .add(
            "setpoint.evse.budget",
            "amperes",
            "What it is budgeted at, per phase.",
            v -> v.mayDraw().amps());
    new Gauges<>(
            registry,
            engine,
            tags,
            s -> s.ledgers().stream().filter(v -> v.ref().equals(evse)).findFirst())
        .add(
            "setpoint.evse.disobeying",
            "1 while it refuses, is silent, or holds or draws more than it confirmed.",
            v -> v.disobedience().isPresent() ? 1 : 0)
        .add(
            "setpoint.evse.reported",
            "amperes",
            "What it said last that it holds, per phase; NaN until it did.",
            v -> v.reported().map(held -> held.draw().amps()).orElse(Double.NaN));
  }
}
