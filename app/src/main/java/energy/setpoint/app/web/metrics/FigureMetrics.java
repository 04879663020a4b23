package energy.setpoint.app.web.metrics;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.engine.Figure;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the adapters, the connectors and the store count. */
@Component
final class FigureMetrics implements MeterBinder {

  private final EngineView engine;

  FigureMetrics(EngineView engine) {
    this.engine = engine;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    engine.figures().forEach(figure -> bind(figure, registry));
  }

  private static void bind(Figure figure, MeterRegistry registry) {
    List<Tag> tags =
        figure.labels().entrySet().stream()
            .map(label -> Tag.of(label.getKey(), label.getValue()))
            .toList();
    switch (figure.kind()) {
      case COUNTER ->
          FunctionCounter.builder(figure.name(), figure, f -> f.value().getAsDouble())
              .description(figure.description())
              .tags(tags)
              .register(registry);
      case GAUGE ->
          Gauge.builder(figure.name(), figure, f -> f.value().getAsDouble())
              .description(figure.description())
              .tags(tags)
              // The registry holds figures weakly otherwise, and nobody else holds these.
              .strongReference(true)
              .register(registry);
    }
  }
}
