package energy.setpoint.optimizer.why;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.plan.why.WhyFix;
import energy.setpoint.core.plan.why.WhyShortfall;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever the problem: a plan made with a fix meets the need. */
class RandomFixesTest {

  private static final int PROBLEMS = Integer.getInteger("problems", 100);

  private static final Duration PLENTY = Duration.ofMinutes(5);

  private static final AtomicInteger tried = new AtomicInteger();

  private final PlanOptimizer optimizer = Optimizers.linearWithFallback();

  @TestFactory
  Stream<DynamicTest> aPlanMadeWithTheFixMeetsTheNeed() {
    return LongStream.range(0, PROBLEMS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)));
  }

  private void check(long seed) {
    PlanningProblem problem = RandomProblems.ofSeed(seed);
    Plan plan = optimizer.plan(problem, PLENTY);
    for (WhyShortfall why : Explanations.of(problem, plan).shortfalls(PLENTY)) {
      for (WhyFix fix : why.fixes()) {
        PlanningProblem changed = Applied.to(problem, why.session(), fix);
        Plan fixed = optimizer.plan(changed, PLENTY);
        tried.incrementAndGet();
        if (!why.exact()) {
          continue; // what comes before needs, or a whole number, may want the room that the fix
          // makes
        }
        String of = "seed " + seed + ": " + fix + " for " + why + " in " + fixed.report();
        double weight = weight(problem, why.session());
        assertThat(weightedMissing(changed, fixed))
            .as(of)
            .isLessThan(weightedMissing(problem, plan) - weight * why.missing().wattHours() + 20);
        if (weightedMissing(problem, plan) <= weight * why.missing().wattHours() + 20) {
          assertThat(weightedMissing(changed, fixed)).as(of).isLessThan(20);
        }
      }
    }
  }

  /** Of needs; what is late at a price is a matter of money, and may grow when that saves some. */
  private static double weightedMissing(PlanningProblem problem, Plan plan) {
    return plan.shortfalls().stream()
        .mapToDouble(s -> weight(problem, s.session()) * s.missing().wattHours())
        .sum();
  }

  private static double weight(PlanningProblem problem, SessionId session) {
    return problem.vehicles().stream()
        .filter(v -> v.session().equals(session))
        .filter(v -> v.latePrice().isEmpty())
        .mapToDouble(VehicleDemand::weight)
        .sum();
  }

  @AfterAll
  static void triesMany() {
    assertThat(tried.get()).isGreaterThan(PROBLEMS / 5);
  }
}
