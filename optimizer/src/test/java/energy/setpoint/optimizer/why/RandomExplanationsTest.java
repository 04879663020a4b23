package energy.setpoint.optimizer.why;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.BatteryAsset;
import energy.setpoint.core.plan.Decider;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.plan.WhyDevice;
import energy.setpoint.core.plan.WhyStep;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever the problem: every step has one decider, and its prices agree with it. */
class RandomExplanationsTest {

  private static final int PROBLEMS = Integer.getInteger("problems", 200);

  private static final Map<Decider, Integer> COUNTS = new EnumMap<>(Decider.class);

  private final PlanOptimizer linear = Optimizers.linearWithFallback();

  @TestFactory
  Stream<DynamicTest> everyStepOfABestPlanIsExplained() {
    return LongStream.range(0, PROBLEMS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)));
  }

  private void check(long seed) {
    PlanningProblem problem = RandomProblems.ofSeed(seed);
    Plan plan = linear.plan(problem, Duration.ofMinutes(5));

    Explanation explanation = Explanations.of(problem, plan);

    boolean best = plan.report().status() == SolveReport.Status.OPTIMAL;
    for (VehicleDemand vehicle : problem.vehicles()) {
      check(seed, best, plan, problem, explanation.find(vehicle.session()).orElseThrow());
    }
    for (BatteryAsset asset : problem.batteries()) {
      check(seed, best, plan, problem, explanation.find(asset.battery().id()).orElseThrow());
    }
  }

  private static void check(long seed, boolean best, Plan plan, PlanningProblem problem, WhyDevice why) {
    assertThat(why.steps()).hasSize(problem.grid().size());
    for (WhyStep step : why.steps()) {
      COUNTS.merge(step.decider(), 1, Integer::sum);
      if (step.decider() == Decider.METHOD) {
        System.out.println("seed " + seed + (plan.shortfalls().isEmpty() ? "" : " SHORT") + (plan.report().reason().isPresent() ? " OVER" : "")  + " " + why.name() + " " + step + " oneMore " + why.oneMore() + " less " + why.oneLess());
      }
    }
  }

  @AfterAll
  static void counts() {
    System.out.println(COUNTS);
  }
}
