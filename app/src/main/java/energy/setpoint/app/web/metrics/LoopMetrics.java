package energy.setpoint.app.web.metrics;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.OrderCounters;
import energy.setpoint.core.control.QuestionCounters.Outcome;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.plan.Plan;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What the loop has done: looks at the fuses, plans, and what stations answered. */
@Component
final class LoopMetrics implements MeterBinder {

  private final EngineView engine;

  LoopMetrics(EngineView engine) {
    this.engine = engine;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    counter(
        registry, "setpoint.guard.looks", "Looks at the fuses.", "", "", ControlCounters::looks);
    counter(
        registry,
        "setpoint.strangers",
        "Events and readings of devices that the site does not have.",
        "",
        "",
        ControlCounters::strangers);
    counter(
        registry,
        "setpoint.overloads",
        "How often a meter began to see more on a phase than its fuse is made for.",
        "",
        "",
        ControlCounters::overloads);
    counter(
        registry,
        "setpoint.production.limits",
        "Limits that inverters were told.",
        "",
        "",
        ControlCounters::productionLimits);
    counter(
        registry,
        "setpoint.production.limits.failed",
        "Limits of inverters that were not confirmed.",
        "",
        "",
        ControlCounters::failedProductionLimits);
    counter(
        registry,
        "setpoint.stops",
        "Attempts to stop a transaction because its vehicle went on drawing too much.",
        "",
        "",
        ControlCounters::stops);
    bindGrid(registry);
    bindPlans(registry);
    bindNegotiations(registry);
    bindIntents(registry);
    bindOrders(registry);
    gauge(
        registry,
        "setpoint.guard.age",
        "seconds",
        "Site time since the last look at the fuses.",
        e -> e.snapshot().map(SiteSnapshot::at).map(at -> age(e, at)).orElse(Double.NaN));
    gauge(
        registry,
        "setpoint.impediments",
        "",
        "Reasons why the engine cannot do its work; 0 when it can.",
        e -> e.impediments().size());
  }

  private void bindGrid(MeterRegistry registry) {
    counter(
        registry,
        "setpoint.der.alarms",
        "How often a DER control took over from a charging profile.",
        "",
        "",
        ControlCounters::derAlarms);
    counter(
        registry,
        "setpoint.der.starts",
        "Scheduled DER controls that began to hold.",
        "",
        "",
        ControlCounters::derStarts);
    counter(
        registry,
        "setpoint.external.limits",
        "Limits of somebody else that stations announced.",
        "",
        "",
        ControlCounters::externalLimits);
  }

  private void bindPlans(MeterRegistry registry) {
    String plans = "setpoint.plans";
    String what = "Plans by status: optimal, other (also the heuristic's) or failed.";
    counter(registry, plans, what, "status", "optimal", ControlCounters::optimalPlans);
    counter(registry, plans, what, "status", "other", ControlCounters::otherPlans);
    counter(registry, plans, what, "status", "failed", ControlCounters::failedPlans);
    gauge(
        registry,
        "setpoint.plan.solve",
        "seconds",
        "Wall-clock time that the last plan took.",
        e -> e.counters().lastPlanMillis() / 1000.0);
    gauge(
        registry,
        "setpoint.plan.modelling",
        "seconds",
        "The part of it that writing down the model took.",
        e ->
            e.plan().map(plan -> plan.report().modelling().toMillis() / 1000.0).orElse(Double.NaN));
    gauge(
        registry,
        "setpoint.plan.gap",
        "ratio",
        "How much dearer the plan in force is than its bound, as a share; NaN when unproven.",
        e -> e.plan().map(plan -> plan.gap().orElse(Double.NaN)).orElse(Double.NaN));
    gauge(
        registry,
        "setpoint.plan.age",
        "seconds",
        "Site time since the plan in force was made.",
        e -> e.plan().map(Plan::createdAt).map(at -> age(e, at)).orElse(Double.NaN));
    gauge(
        registry,
        "setpoint.plan.cost",
        "",
        "What the plan in force costs over its horizon, in the site's currency.",
        e -> e.plan().map(plan -> plan.cost().total()).orElse(Double.NaN));
    gauge(
        registry,
        "setpoint.plan.shortfall",
        "watthours",
        "Energy that vehicles will miss at departure.",
        e -> e.plan().map(LoopMetrics::missing).orElse(Double.NaN));
  }

  private void bindNegotiations(MeterRegistry registry) {
    String schedules = "setpoint.schedules.announced";
    String what = "Schedules that vehicles announced, within or beyond what they were offered.";
    counter(registry, schedules, what, "verdict", "within", ControlCounters::fittingSchedules);
    counter(registry, schedules, what, "verdict", "beyond", ControlCounters::excessiveSchedules);
    counter(
        registry,
        "setpoint.priority.changes",
        "How often a transaction got or lost priority.",
        "",
        "",
        ControlCounters::priorityChanges);
  }

  private void bindIntents(MeterRegistry registry) {
    String intents = "setpoint.intents";
    String what = "What stations did with what they were told.";
    counter(registry, intents, what, "outcome", "accepted", ControlCounters::intentsAccepted);
    counter(registry, intents, what, "outcome", "refused", ControlCounters::intentsRefused);
    counter(registry, intents, what, "outcome", "unanswered", ControlCounters::intentsUnanswered);
    counter(registry, intents, what, "outcome", "not-sent", ControlCounters::intentsNotSent);
    for (Outcome outcome : Outcome.values()) {
      counter(
          registry,
          "setpoint.schedule.reports",
          "What came of asking stations what they hold.",
          "outcome",
          outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          counters -> counters.questions().of(outcome));
    }
  }

  private void bindOrders(MeterRegistry registry) {
    for (OrderCounters.Result result : OrderCounters.Result.values()) {
      counter(
          registry,
          "setpoint.orders",
          "What became of the orders of operators.",
          "result",
          result.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          counters -> counters.orders().of(result));
    }
    gauge(
        registry,
        "setpoint.orders.standing",
        "",
        "Orders that stand for EVSEs, whether they have begun or not.",
        e -> e.orders().size());
  }

  private static double missing(Plan plan) {
    return plan.shortfalls().stream().mapToDouble(s -> s.missing().wattHours()).sum();
  }

  private static double age(EngineView engine, Instant since) {
    return Duration.between(since, engine.now()).toMillis() / 1000.0;
  }

  private void counter(
      MeterRegistry registry,
      String name,
      String description,
      String label,
      String value,
      ToDoubleFunction<ControlCounters> count) {
    FunctionCounter.Builder<EngineView> builder =
        FunctionCounter.builder(name, engine, e -> count.applyAsDouble(e.counters()))
            .description(description);
    if (!label.isEmpty()) {
      builder.tag(label, value);
    }
    builder.register(registry);
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String unit,
      String description,
      ToDoubleFunction<EngineView> value) {
    Gauge.Builder<EngineView> builder = Gauge.builder(name, engine, value).description(description);
    if (!unit.isEmpty()) {
      builder.baseUnit(unit);
    }
    builder.register(registry);
  }
}
