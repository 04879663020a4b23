package energy.setpoint.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrentPlansTest {

  private static final Duration PLENTY = Duration.ofMinutes(5);

  private final PlanOptimizer optimizer = Optimizers.linearWithFallback();

  @Test
  void manyThreadsGetThePlansThatOneThreadGets() throws Exception {
    List<Plan> alone = new ArrayList<>();
    for (int seed = 0; seed < 60; seed++) {
      alone.add(optimizer.plan(RandomProblems.ofSeed(seed), PLENTY));
    }

    List<Future<Plan>> together = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(12)) {
      for (int seed = 0; seed < 60; seed++) {
        var problem = RandomProblems.ofSeed(seed);
        together.add(threads.submit(() -> optimizer.plan(problem, PLENTY)));
      }
    }

    for (int seed = 0; seed < 60; seed++) {
      assertThat(together.get(seed).get().vehicles()).isEqualTo(alone.get(seed).vehicles());
      assertThat(together.get(seed).get().report().status()).isNotEqualTo(Status.HEURISTIC);
    }
  }
}
