package energy.setpoint.app.web.metrics;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Circuits: the fuse of each phase, and what is left of it. */
@Component
final class CircuitMetrics implements MeterBinder {

  private final EngineView engine;

  CircuitMetrics(EngineView engine) {
    this.engine = engine;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var circuit : engine.site().circuits().all()) {
      for (Phase phase : Phase.values()) {
        bind(registry, circuit.id(), phase);
      }
    }
  }

  private void bind(MeterRegistry registry, CircuitId circuit, Phase phase) {
    new Gauges<>(
            registry,
            engine,
            Tags.of("circuit", circuit.value(), "phase", phase.name()),
            s -> s.circuits().stream().filter(v -> v.id().equals(circuit)).findFirst())
        .add(
            "setpoint.circuit.headroom",
            "amperes",
            "What is left of the fuse when every device draws what it may; never below 0 in a"
                + " healthy site.",
            v -> v.fuse().minus(v.occupied()).minus(v.budgeted()).on(phase).amps())
        .add("setpoint.circuit.fuse", "amperes", "The fuse.", v -> v.fuse().on(phase).amps());
  }
}
