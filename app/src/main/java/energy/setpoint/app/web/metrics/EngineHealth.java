package energy.setpoint.app.web.metrics;

import energy.setpoint.app.engine.EngineView;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the engine can do its work; part of the readiness probe. */
@Component("engineHealthIndicator")
final class EngineHealth implements HealthIndicator {

  private final EngineView engine;

  EngineHealth(EngineView engine) {
    this.engine = engine;
  }

  @Override
  public Health health() {
    List<String> impediments = engine.impediments();
    return impediments.isEmpty()
        ? Health.up().build()
        : Health.outOfService().withDetail("impediments", impediments).build();
  }
}
