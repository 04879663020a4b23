package energy.setpoint.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.optimizer.flat.Goals;
import energy.setpoint.optimizer.flat.SecondOpinion;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Where taking energy is paid for, a program that charged and discharged at once, or imported and
 * exported at once, would earn more than any plan can. Another model, in which a binary for each
 * device and step forbids both, attains the same.
 */
class OneWayAtATimeTest {

  private static final int PROBLEMS = Integer.getInteger("problems", 300) / 4;

  @TestFactory
  Stream<DynamicTest> noPlanEarnsByBurningEnergyAtNegativePrices() {
    return seeds()
        .mapToObj(seed ->
            DynamicTest.dynamicTest("seed " + seed, () -> check(seed, -0.4, -0.05, -0.2, 0)));
  }

  @TestFactory
  Stream<DynamicTest> noPlanEarnsByImportingAndExportingAtOnce() {
    return seeds()
        .mapToObj(seed ->
            DynamicTest.dynamicTest("seed " + seed, () -> check(seed, 0.05, 0.2, 0.05, 0.3)));
  }

  private static LongStream seeds() {
    return LongStream.range(20_000, 20_000 + PROBLEMS);
  }

  /**
   * @param leastBuy and the others: where prices to buy lie, and how far above them those to sell
   */
  private static void check(
      long seed, double leastBuy, double mostBuy, double leastAbove, double mostAbove) {
    Random random = new Random(seed);
    PlanningProblem drawn = RandomProblems.smallOfSeed(seed);
    List<EnergyPrice> buy = new ArrayList<>();
    List<EnergyPrice> sell = new ArrayList<>();
    for (int step = 0; step < drawn.grid().size(); step++) {
      double price = leastBuy + random.nextDouble() * (mostBuy - leastBuy);
      double above = leastAbove + random.nextDouble() * (mostAbove - leastAbove);
      buy.add(EnergyPrice.ofKilowattHour(price));
      sell.add(EnergyPrice.ofKilowattHour(price + above));
    }
    PlanningProblem problem = drawn.toDraft().prices(buy, sell).build();

    Plan plan = Optimizers.linearWithFallback().plan(problem, Duration.ofMinutes(1));

    assertThat(PlanCheck.violations(problem, plan)).isEmpty();
    Goals attained = SecondOpinion.of(problem, plan);
    Goals best = SecondOpinion.best(problem);
    String about = "seed %d: %s against %s; %s".formatted(seed, attained, best, plan.report());
    assertThat(attained.compareBeforeMoney(best)).as(about).isZero();
    assertThat(attained.money())
        .as(about)
        .isBetween(
            best.money() - 1e-3 - 1e-4 * Math.abs(best.money()),
            best.money() + 1e-2 + 1e-2 * Math.abs(best.money()));
  }
}
