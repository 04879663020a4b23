package energy.setpoint.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An unchanged world gives an unchanged plan. */
class SamePlanTest {

  private static final int PROBLEMS = Integer.getInteger("problems", 300) / 3;

  @TestFactory
  Stream<DynamicTest> planningTwiceGivesTheSamePowers() {
    return tests(problem -> {
      Plan first = plan(problem);
      Plan second = plan(problem);

      assertThat(second.vehicles()).isEqualTo(first.vehicles());
      assertThat(second.batteries()).isEqualTo(first.batteries());
      assertThat(second.loads()).isEqualTo(first.loads());
      assertThat(second.inverters()).isEqualTo(first.inverters());
    });
  }

  @TestFactory
  Stream<DynamicTest> planningAgainWhileAPlanIsFollowedKeepsItsNextSteps() {
    return tests(problem -> {
      Plan first = plan(problem.toDraft().build());
      Plan second = plan(problem.toDraft().inForce(first).build());

      if (first.report().status() == Status.OPTIMAL && second.report().status() == Status.OPTIMAL) {
        for (int i = 0; i < first.vehicles().size(); i++) {
          assertNextStepsAreKept(first.vehicles().get(i), second.vehicles().get(i));
        }
      }
    });
  }

  private static void assertNextStepsAreKept(VehiclePlan first, VehiclePlan second) {
    for (int step = 0; step < Math.min(4, first.power().size()); step++) {
      assertThat(second.power().watts(step))
          .as("%s in step %d", first.session(), step)
          .isEqualTo(first.power().watts(step), within(50.0));
    }
  }

  private static Plan plan(PlanningProblem problem) {
    return Optimizers.linearWithFallback().plan(problem, Duration.ofMinutes(1));
  }

  private interface Check {
    void of(PlanningProblem problem);
  }

  private static Stream<DynamicTest> tests(Check check) {
    return LongStream.range(30_000, 30_000 + PROBLEMS)
        .mapToObj(seed ->
            DynamicTest.dynamicTest("seed " + seed, () -> check.of(RandomProblems.ofSeed(seed))));
  }
}
