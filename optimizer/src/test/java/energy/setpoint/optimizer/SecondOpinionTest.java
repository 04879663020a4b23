package energy.setpoint.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.optimizer.flat.Goals;
import energy.setpoint.optimizer.flat.SecondOpinion;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Small problems with everything in them, planned a second time by another model in other solvers.
 * A plan that says it is optimal attains the same in every goal and costs the same; no plan attains
 * more than is possible; no bound lies above what is possible.
 */
class SecondOpinionTest {

  private static final int PROBLEMS = Integer.getInteger("problems", 300);

  /** A hundredth of a percent, and a tenth of a cent where costs are near zero. */
  private static final double SHARE = 1e-4;

  private static final double CENTS = 1e-3;

  private static final AtomicInteger optimal = new AtomicInteger();
  private static final AtomicInteger compared = new AtomicInteger();

  private final PlanOptimizer optimizer = Optimizers.linearWithFallback();

  @TestFactory
  Stream<DynamicTest> anotherModelInOtherSolversAttainsTheSame() {
    return LongStream.range(0, PROBLEMS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)));
  }

  private void check(long seed) {
    PlanningProblem problem = RandomProblems.smallOfSeed(seed);

    Plan plan = optimizer.plan(problem, Duration.ofMinutes(1));
    Goals attained = SecondOpinion.of(problem, plan);
    Goals best = SecondOpinion.best(problem);

    String about = "seed %d: %s against %s; %s".formatted(seed, attained, best, plan.report());
    compared.incrementAndGet();
    int before = attained.compareBeforeMoney(best);
    double noise = CENTS + SHARE * Math.abs(best.money());
    assertThat(before).as(about).isGreaterThanOrEqualTo(0);
    if (plan.report().status() == Status.OPTIMAL) {
      optimal.incrementAndGet();
      assertThat(before).as(about).isZero();
      assertThat(attained.money()).as(about).isLessThanOrEqualTo(best.money() + noise);
    }
    if (before == 0) {
      assertThat(attained.money()).as(about).isGreaterThanOrEqualTo(best.money() - noise);
      plan.report()
          .bound()
          .ifPresent(
              bound -> assertThat(bound).as(about).isLessThanOrEqualTo(best.money() + noise));
    }
  }

  @AfterAll
  static void mostPlansSayThatTheyAreOptimal() {
    assertThat(optimal.get()).isGreaterThan(compared.get() / 2);
  }
}
