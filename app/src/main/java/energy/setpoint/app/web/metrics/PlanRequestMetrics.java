package energy.setpoint.app.web.metrics;

import energy.setpoint.core.plan.Plan;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What becomes of the problems that others have us optimise; the engine's own are not counted. */
@Component
public final class PlanRequestMetrics {

  private final MeterRegistry registry;
  private final DistributionSummary gaps;

  PlanRequestMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.gaps =
        DistributionSummary.builder("setpoint.api.plan.gap")
            .description("How much dearer answered plans are than their bounds, as a share.")
            .baseUnit("ratio")
            .publishPercentileHistogram(false)
            .register(registry);
    refused("busy");
    refused("unusable");
  }

  /** A plan was answered. */
  public void answered(Plan plan) {
    String status = plan.report().status().name().toLowerCase(Locale.ROOT);
    Timer.builder("setpoint.api.plan")
        .description("Wall-clock time of answered plans.")
        .tag("method", plan.report().method())
        .tag("status", status)
        .register(registry)
        .record(plan.report().elapsed());
    plan.gap().ifPresent(gaps::record);
  }

  /** A request found all places taken. */
  public void busy() {
    refused("busy").increment();
  }

  /** A request could not be read, or what it says cannot be. */
  public void unusable() {
    refused("unusable").increment();
  }

  private Counter refused(String reason) {
    return Counter.builder("setpoint.api.plan.refused")
        .description("Requests for plans that were refused.")
        .tag("reason", reason)
        .register(registry);
  }
}
