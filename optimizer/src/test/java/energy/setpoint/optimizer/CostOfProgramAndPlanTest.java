package energy.setpoint.optimizer;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the program believes a plan to cost is what its bill says, to a millionth: the bill is
 * reckoned from powers alone and knows nothing of the program.
 */
class CostOfProgramAndPlanTest {

  private static final int SEEDS = Integer.getInteger("problems", 300) / 30;

  @TestFactory
  Stream<DynamicTest> agreeForEachTermAlone() {
    return Arrays.stream(MoneyFeature.values())
        .flatMap(feature ->
            IntStream.range(0, SEEDS)
                .mapToObj(seed ->
                    DynamicTest.dynamicTest(
                        feature + " " + seed, () -> check(EnumSet.of(feature), seed))));
  }

  @TestFactory
  Stream<DynamicTest> agreeForAllTermsTogether() {
    return IntStream.range(0, 3 * SEEDS)
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "all " + seed, () -> check(EnumSet.allOf(MoneyFeature.class), 1000 + seed)));
  }

  private static void check(Set<MoneyFeature> features, long seed) {
    PlanningProblem problem = problem(features, seed);

    Plan plan = Optimizers.linearWithFallback().plan(problem, Duration.ofMinutes(5));

    assertThat(PlanCheck.violations(problem, plan)).isEmpty();
    assertThat(plan.report().status()).as("%s", plan.report()).isEqualTo(Status.OPTIMAL);
    double cost = plan.cost().total();
    assertThat(plan.report().bound().orElseThrow())
        .isEqualTo(cost, within(1e-6 * Math.max(1, Math.abs(cost))));
  }

  /** Export is never dearer than import, so that the linear program is exact. */
  private static PlanningProblem problem(Set<MoneyFeature> features, long seed) {
    Random random = new Random(seed);
    ProblemBuilder problem =
        ProblemBuilder.over(steps(random))
            .importLimitKw(45)
            .buyingAt(random.doubles(12, 0.05, 0.5).toArray())
            .sellingAt(random.doubles(12, -0.05, 0.04).toArray())
            .loadKw("main", random.doubles(12, 0, 10).toArray())
            .solarKw("main", random.doubles(12, 0, 12).toArray())
            .with(
                aBattery("battery")
                    .of(15)
                    .holding(15 * random.nextDouble())
                    .efficiency(0.9 + 0.1 * random.nextDouble())
                    .restWorth(0.3 * random.nextDouble()))
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(25 * random.nextDouble()))
            .with(
                aVehicle("car")
                    .loading(Phase.L2)
                    .connected(0.3, 2.7)
                    .atMostKw(7.4)
                    .holding(5)
                    .wanting(5 + 10 * random.nextDouble())
                    .efficiency(0.9));
    features.forEach(feature -> feature.addTo(problem, random));
    return problem.build();
  }

  /** Twelve steps of five minutes to half an hour, three hours in all or a little more. */
  private static TimeGrid steps(Random random) {
    List<Instant> boundaries = new ArrayList<>();
    boundaries.add(ProblemBuilder.START.plusSeconds(60L * random.nextInt(10)));
    for (int i = 0; i < 12; i++) {
      long minutes = List.of(5, 10, 15, 30).get(random.nextInt(4));
      boundaries.add(boundaries.getLast().plusSeconds(60 * minutes));
    }
    return new TimeGrid(boundaries);
  }
}
