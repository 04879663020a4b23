package energy.setpoint.app.plan;

import energy.setpoint.app.plan.result.Expectation;
import energy.setpoint.app.plan.result.PlanDocument;
import energy.setpoint.app.plan.result.Report;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.Uncertainty.Expectation.Outcome;
import energy.setpoint.core.plan.Uncertainty.Scenario;
import energy.setpoint.core.plan.Uncertainty.Scenarios;
import energy.setpoint.optimizer.check.HereAndNowCheck;
import java.util.List;
import java.util.Optional;

/**
 * What a result states about scenarios, against its problem and its own figures. Its powers are
 * those of one scenario; of the others it has the first steps only, so what they cost is taken as
 * stated.
 */
record ScenarioStatements(PlanningProblem problem, Plan plan, Statements statements) {

  /** A share that rounding explains. */
  private static final double NOISE_SHARE = 1e-5;

  void check(PlanDocument result) {
    checkFollowed(result.scenario());
    HereAndNowCheck.violations(problem, plan).forEach(statements.found()::add);
    result.report().flatMap(Report::expectation).ifPresent(this::checkExpectation);
  }

  private void checkExpectation(Expectation stated) {
    if (problem.uncertainty() instanceof Scenarios scenarios) {
      plan.report().expectation().ifPresent(found -> checkOutcomes(found.outcomes(), scenarios));
      checkSums(stated);
    } else {
      statements.add("The result tells of scenarios, but the problem has none.");
    }
  }

  private void checkFollowed(Optional<String> stated) {
    Optional<String> followed = problem.mostProbable().map(Scenario::name);
    if (stated.isPresent() && !stated.equals(followed)) {
      statements.add(
          "The result is for scenario \"%s\"; expected %s.",
          stated.get(), followed.map(name -> '"' + name + '"').orElse("none"));
    }
  }

  private void checkOutcomes(List<Outcome> outcomes, Scenarios scenarios) {
    List<String> names = outcomes.stream().map(Outcome::scenario).toList();
    List<String> expected = scenarios.all().stream().map(Scenario::name).toList();
    if (!names.equals(expected)) {
      statements.add("The outcomes are those of scenarios %s, expected %s.", names, expected);
      return;
    }
    for (int i = 0; i < outcomes.size(); i++) {
      double share = scenarios.share(scenarios.all().get(i));
      if (Math.abs(outcomes.get(i).share() - share) > NOISE_SHARE) {
        statements.add(
            "The share of scenario \"%s\" is stated as %.6f, but is %.6f.",
            names.get(i), outcomes.get(i).share(), share);
      }
      if (scenarios.all().get(i).equals(scenarios.mostProbable())) {
        checkFollowed(outcomes.get(i));
      }
    }
  }

  private void checkFollowed(Outcome outcome) {
    double missing =
        plan.shortfalls().stream().map(Shortfall::missing).mapToDouble(e -> e.wattHours()).sum();
    statements.money("in scenario " + outcome.scenario(), outcome.cost(), plan.cost().total());
    statements.amount(
        "What vehicles miss in scenario " + outcome.scenario(),
        "Wh",
        outcome.missing().wattHours(),
        missing);
  }

  private void checkSums(Expectation stated) {
    double cost = plan.report().expectation().orElseThrow().cost();
    stated.cost().ifPresent(mean -> statements.money("expected", mean, cost));
    stated
        .bound()
        .filter(bound -> bound > cost)
        .ifPresent(bound -> statements.money("bound of the expected", bound, cost));
    if (stated.saving().isPresent() && stated.unawareCost().isPresent()) {
      statements.money(
          "saving of scenarios", stated.saving().get(), stated.unawareCost().get() - cost);
    }
  }
}
