package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.Uncertainty.Expectation;
import energy.setpoint.core.plan.Uncertainty.Scenario;
import energy.setpoint.core.plan.Uncertainty.Scenarios;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.search.LinearPlanner.Outcome;
import energy.setpoint.optimizer.uncertainty.HereAndNow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Plans every future with the first steps of a plan held, to see what they cost there. */
final class Futures {

  private static final double NOISE_WATT_HOURS = 10;

  private final LinearPlanner planner;
  private final PlanningProblem problem;
  private final Scenarios scenarios;
  private final Deadline deadline;

  Futures(LinearPlanner planner, PlanningProblem problem, Scenarios scenarios, Deadline deadline) {
    this.planner = planner;
    this.problem = problem;
    this.scenarios = scenarios;
    this.deadline = deadline;
  }

  /**
   * A plan and what happens in each future after its first steps.
   *
   * @param outcomes one for each scenario, in order
   */
  record Followed(Plan plan, List<Expectation.Outcome> outcomes) {

    double cost() {
      return outcomes.stream().mapToDouble(o -> o.share() * o.cost()).sum();
    }

    boolean missesNoMoreThan(Followed other) {
      return IntStream.range(0, outcomes.size())
          .allMatch(i ->
              outcomes.get(i).missing().wattHours()
                  <= other.outcomes.get(i).missing().wattHours() + NOISE_WATT_HOURS);
    }
  }

  /** What comes of a plan's first steps; empty when a future could not be planned in time. */
  Optional<Followed> follow(Plan plan) {
    HereAndNow kept = HereAndNow.of(plan, HereAndNow.steps(problem.grid(), scenarios.hereAndNow()));
    List<Expectation.Outcome> outcomes = new ArrayList<>();
    for (Scenario scenario : scenarios.all()) {
      Optional<Plan> then =
          scenario.equals(scenarios.mostProbable()) ? Optional.of(plan) : follow(scenario, kept);
      then.ifPresent(p -> outcomes.add(outcome(scenario, p)));
    }
    return outcomes.size() == scenarios.all().size()
        ? Optional.of(new Followed(plan, outcomes))
        : Optional.empty();
  }

  /** A sound plan for one future with the first steps as decided. */
  private Optional<Plan> follow(Scenario scenario, HereAndNow kept) {
    Outcome outcome = planner.plan(scenario.of(problem), List.of(kept), deadline, new Progress());
    return outcome instanceof Outcome.Planned(Plan plan) && kept.isKeptBy(plan)
        ? Optional.of(plan)
        : Optional.empty();
  }

  private Expectation.Outcome outcome(Scenario scenario, Plan plan) {
    Energy missing =
        plan.shortfalls().stream().map(Shortfall::missing).reduce(Energy.ZERO, Energy::plus);
    return new Expectation.Outcome(
        scenario.name(), scenarios.share(scenario), plan.cost().total(), missing);
  }
}
