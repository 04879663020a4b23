package energy.setpoint.app.web.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many watch the live page, and how that goes. */
@Component
final class LiveMetrics implements MeterBinder {

  private final LiveEvents events;

  LiveMetrics(LiveEvents events) {
    this.events = events;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("setpoint.live.watchers", events, LiveEvents::watchers)
        .description("Open event streams.")
        .register(registry);
    FunctionCounter.builder("setpoint.live.dropped", events, LiveEvents::dropped)
        .description("Events that slow watchers missed.")
        .register(registry);
    FunctionCounter.builder("setpoint.live.refused", events, LiveEvents::refused)
        .description("Watchers turned away because there were too many.")
        .register(registry);
  }
}
