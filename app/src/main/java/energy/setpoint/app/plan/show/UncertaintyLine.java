package energy.setpoint.app.plan.show;

import energy.setpoint.app.plan.json.Part;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Uncertainty;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how a plan met forecasts that may be wrong. */
final class UncertaintyLine {

  private UncertaintyLine() {}

  /** The line; nothing where the plan takes forecasts as they are. */
  static Optional<String> of(PlanningProblem problem, Plan plan) {
    return switch (problem.uncertainty()) {
      case Uncertainty.Ignored ignored -> Optional.empty();
      case Uncertainty.ByQuantile margin ->
          Optional.of("With a margin by quantile: it counts on " + countedOn(problem, margin));
      case Uncertainty.Scenarios scenarios ->
          plan.report().expectation().map(known -> common(scenarios));
    };
  }

  private static String common(Uncertainty.Scenarios scenarios) {
    return "For %d scenarios: what it does in the first %d min is the same in all of them"
        .formatted(scenarios.all().size(), scenarios.hereAndNow().toMinutes());
  }

  private static String countedOn(PlanningProblem problem, Uncertainty.ByQuantile margin) {
    Stream<String> sun =
        problem.solar().stream()
            .map(SolarForecast::quantiles)
            .filter(quantiles -> quantiles.areKnown())
            .map(quantiles -> quantile(margin.solar()) + "the sun");
    Stream<String> load =
        problem.loads().stream()
            .map(UncontrolledLoad::quantiles)
            .filter(quantiles -> quantiles.areKnown())
            .map(quantiles -> quantile(margin.load()) + "the load");
    return Stream.concat(sun, load).distinct().collect(Collectors.joining(" and "));
  }

  private static String quantile(double share) {
    return "quantile " + Part.shown(share) + " of ";
  }
}
