package energy.setpoint.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.integer.ExactSearch;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.search.LinearPlanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A search with whole numbers has a time of its own, but no will of its own. */
class CancelledSearchTest {

  private final PlanningProblem problem = SwitchingLadder.depot(8, 7, true, 0.5, 1);
  private final Deadline deadline = Deadline.in(Duration.ofHours(5));
  private final List<Boolean> heard = new ArrayList<>();

  @Test
  void hearsThatThePlanWasCancelledWhileItSearches() {
    FakeSolver solver =
        new FakeSolver((model, objective, own) -> {
          deadline.cancel();
          heard.add(own.isOver());
          return new Outcome.Failed("cancelled");
        });
    ExactSearch search =
        new ExactSearch(solver, LinearPlanner.FAMILIES, LinearPlanner.TERMS, deadline, false);

    assertThat(search.search(problem, new double[5], Optional.empty())).isEmpty();
    assertThat(heard).containsExactly(true);
  }
}
