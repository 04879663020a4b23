package energy.setpoint.app.web.metrics;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.quantity.Power;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Gauges of one thing on the site, as the last look shows it; NaN while it does not show it. Load
 * convention: generation and discharge are negative.
 *
 * @param <V> how a snapshot shows it
 */
final class Gauges<V> {

  private final MeterRegistry registry;
  private final EngineView engine;
  private final Tags tags;
  private final Function<SiteSnapshot, Optional<V>> find;

  Gauges(
      MeterRegistry registry,
      EngineView engine,
      Tags tags,
      Function<SiteSnapshot, Optional<V>> find) {
    this.registry = registry;
    this.engine = engine;
    this.tags = tags;
    this.find = find;
  }

  /** Adds a gauge that counts something, or is 1 or 0. */
  Gauges<V> add(String name, String description, ToDoubleFunction<V> value) {
    return register(gauge(name, description, value));
  }

  /** Adds a gauge with a unit, in the plural. */
  Gauges<V> add(String name, String unit, String description, ToDoubleFunction<V> value) {
    return register(gauge(name, description, value).baseUnit(unit));
  }

  private Gauge.Builder<EngineView> gauge(
      String name, String description, ToDoubleFunction<V> value) {
    ToDoubleFunction<EngineView> look =
        e -> e.snapshot().flatMap(find).map(value::applyAsDouble).orElse(Double.NaN);
    return Gauge.builder(name, engine, look).tags(tags).description(description);
  }

  private Gauges<V> register(Gauge.Builder<EngineView> gauge) {
    gauge.register(registry);
    return this;
  }

  /** NaN when unknown. */
  static double watts(Optional<Power> power) {
    return power.map(Power::watts).orElse(Double.NaN);
  }
}
