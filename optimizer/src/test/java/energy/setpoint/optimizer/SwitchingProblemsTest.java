package energy.setpoint.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.optimizer.check.PlanCheck;
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
 * Problems with least powers, steps and few starts: every plan can be followed, no bound lies above
 * a plan, and on small problems another model in another solver finds nothing better.
 */
class SwitchingProblemsTest {

  private static final int PROBLEMS = Integer.getInteger("problems", 150);

  private static final Duration PLENTY = Duration.ofMinutes(1);

  private static final AtomicInteger optimal = new AtomicInteger();
  private static final AtomicInteger compared = new AtomicInteger();

  private final PlanOptimizer linear = Optimizers.linearWithFallback();
  private final PlanOptimizer simple = Optimizers.deadlineFirst();

  @TestFactory
  Stream<DynamicTest> everyPlanCanBeFollowedAndHasABound() {
    return LongStream.range(0, PROBLEMS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)));
  }

  private void check(long seed) {
    PlanningProblem problem = RandomProblems.switchingOfSeed(seed);

    Plan best = linear.plan(problem, PLENTY);
    Plan rough = simple.plan(problem, PLENTY);

    assertThat(PlanCheck.violations(problem, rough)).as("heuristic, seed %d", seed).isEmpty();
    assertThat(PlanCheck.violations(problem, best)).as("linear, seed %d", seed).isEmpty();
    assertThat(best.report().status())
        .as("seed %d: %s", seed, best.report())
        .isNotEqualTo(Status.HEURISTIC);
    assertThat(best.report().bound()).as("seed %d: %s", seed, best.report()).isPresent();
  }

  @TestFactory
  Stream<DynamicTest> anotherModelInAnotherSolverFindsNothingBetter() {
    return LongStream.range(0, PROBLEMS)
        .mapToObj(seed -> DynamicTest.dynamicTest("small seed " + seed, () -> compare(seed)));
  }

  private void compare(long seed) {
    PlanningProblem problem = RandomProblems.smallSwitchingOfSeed(seed);

    Plan plan = linear.plan(problem, PLENTY);
    Goals attained = SecondOpinion.of(problem, plan);
    Goals best = SecondOpinion.best(problem);

    String about = "seed %d: %s against %s; %s".formatted(seed, attained, best, plan.report());
    compared.incrementAndGet();
    int before = attained.compareBeforeMoney(best);
    double noise = 1e-3 + 1e-4 * Math.abs(best.money());
    assertThat(before).as(about).isZero();
    if (plan.report().status() == Status.OPTIMAL) {
      optimal.incrementAndGet();
      assertThat(attained.money()).as(about).isLessThanOrEqualTo(best.money() + noise);
    }
    assertThat(attained.money()).as(about).isGreaterThanOrEqualTo(best.money() - noise);
    plan.report()
        .bound()
        .ifPresent(bound -> assertThat(bound).as(about).isLessThanOrEqualTo(best.money() + noise));
  }

  @AfterAll
  static void mostPlansAreProvenToBeTheBest() {
    assertThat(optimal.get()).isGreaterThan(compared.get() / 2);
  }
}
