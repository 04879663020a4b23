package energy.setpoint.optimizer.search;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.SwitchingLadder;
import energy.setpoint.optimizer.integer.ExactSearch;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.model.ChargePattern;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import energy.setpoint.optimizer.ortools.ScipSolver;
import energy.setpoint.optimizer.replan.RecentPrices;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NearSearchTest {

  private final PlanningProblem problem = SwitchingLadder.depot(8, 7, true, 0.5, 1);
  private final Deadline deadline = Deadline.in(Duration.ofMinutes(5));
  private final Attempts attempts =
      new Attempts(
          new Models(problem, List.of(), OrToolsSolver.glop(), new RecentPrices(), deadline),
          new Progress());
  private final ExactSearch search =
      new ExactSearch(
          new ScipSolver(), attempts.models().families(), LinearPlanner.TERMS, deadline, false);

  @Test
  void aFewVehiclesAtATimeFindABetterPlanThanTheOneTheyBeginWith() {
    Candidate resting = resting();

    new NearSearch(attempts, search, "near").from(resting, new double[resting.amounts().length]);

    assertThat(attempts.best().orElseThrow().isBetterThan(resting)).isTrue();
  }

  @Test
  void theOthersKeepTheirPatterns() {
    Candidate resting = resting();
    Map<String, ChargePattern> held = new HashMap<>(resting.model().rulings().patterns());
    held.remove("vehicle car1");

    Rulings chosen =
        search.near(problem, held, resting.start(), Duration.ofSeconds(5)).orElseThrow();

    assertThat(chosen.patterns()).containsAllEntriesOf(held).containsKey("vehicle car1");
    assertThat(chosen.pattern("vehicle car1"))
        .isNotEqualTo(resting.model().rulings().pattern("vehicle car1"));
  }

  private Candidate resting() {
    Map<String, ChargePattern> patterns = new HashMap<>();
    double[] nothing = new double[problem.grid().size()];
    problem
        .vehicles()
        .forEach(v -> patterns.put("vehicle " + v.session(), ChargePattern.of(nothing, nothing)));
    return new Settling(attempts, solver -> solver)
        .from(Rulings.NONE.withPatterns(patterns))
        .orElseThrow();
  }
}
