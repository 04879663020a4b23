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

  /** Kept here, because a registry holds what it measures only weakly. */
  private final List<Figure> figures;

  FigureMetrics(EngineView engine) {
    this.figures = engine.figures();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    figures.forEach(figure -> bind(figure, registry));
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
              .register(registry);
    }
  }
}
