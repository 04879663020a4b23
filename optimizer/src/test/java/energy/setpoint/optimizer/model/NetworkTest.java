package energy.setpoint.optimizer.model;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import energy.setpoint.testkit.plan.ProblemBuilder;
import energy.setpoint.testkit.plan.VehicleBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sums for circuits, instead of devices in every row, change nothing about the best plan. */
class NetworkTest {

  private static final int PROBLEMS = Integer.getInteger("problems", 300) / 3;

  private static final List<String> CIRCUITS = List.of("main", "west", "east", "west-1", "west-2");

  private static final AtomicInteger limited = new AtomicInteger();

  @TestFactory
  Stream<DynamicTest> isAsGoodAsEveryDeviceInEveryRow() {
    return IntStream.range(0, PROBLEMS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)));
  }

  private static void check(long seed) {
    PlanningProblem problem = problem(new Random(seed), true);
    PlanningProblem unlimited = problem(new Random(seed), false);

    Plan plan = Optimizers.linearWithFallback().plan(problem, Duration.ofMinutes(5));

    double plain = PlainProgram.leastCost(problem, OrToolsSolver.glop());
    double free = PlainProgram.leastCost(unlimited, OrToolsSolver.glop());
    limited.addAndGet(plain > free + 1e-3 ? 1 : 0);
    assertThat(PlanCheck.violations(problem, plan)).isEmpty();
    assertThat(plan.cost().total())
        .as("%s", plan.report())
        .isEqualTo(plain, within(1e-6 * Math.max(1, Math.abs(plain))));
  }

  @AfterAll
  static void transformersAndImbalanceMatterInMany() {
    assertThat(limited.get()).isGreaterThan(PROBLEMS / 3);
  }

  private static PlanningProblem problem(Random random, boolean withLimits) {
    ProblemBuilder problem =
        ProblemBuilder.quarters(10)
            .mainFuse(between(random, 60, 120))
            .circuit("west", "main", between(random, 32, 63))
            .circuit("east", "main", between(random, 32, 63))
            .circuit("west-1", "west", between(random, 20, 40))
            .circuit("west-2", "west", between(random, 20, 40))
            .importLimitKw(between(random, 25, 60))
            .exportLimitKw(between(random, 25, 60))
            .reliefCredit(random.nextInt(3) / 2.0)
            .buyingAt(random.doubles(10, 0.2, 0.5).toArray())
            .sellingAt(random.doubles(10, 0.01, 0.2).toArray());
    for (String circuit : CIRCUITS) {
      double ratingKw = between(random, 12, 30);
      double amps = between(random, 8, 25);
      if (withLimits) {
        problem.limiting(
            circuit,
            ratingKw < 24 ? Optional.of(Power.ofKilowatts(ratingKw)) : Optional.empty(),
            amps < 18 ? Optional.of(Current.ofAmps(amps)) : Optional.empty());
      }
    }
    problem
        .loadOnL1Kw("west-1", random.doubles(10, 0, 1).toArray())
        .loadKw("east", random.doubles(10, 0, 3).toArray())
        .solarKw(any(random), random.doubles(10, 0, 5).toArray())
        .with(
            aBattery("battery")
                .on(any(random))
                .of(20)
                .holding(10)
                .atMostKw(12)
                .efficiency(0.95)
                .restWorth(0.2));
    for (int i = 0; i < 7; i++) {
      problem.with(vehicle(random, i));
    }
    return problem.build();
  }

  private static VehicleBuilder vehicle(Random random, int number) {
    Phase one = Phase.values()[random.nextInt(3)];
    VehicleBuilder vehicle =
        aVehicle("car" + number)
            .on(any(random))
            .loading(random.nextInt(3) == 0 ? Phase.values() : new Phase[] {one})
            .connected(between(random, 0, 1), between(random, 1.5, 2.6))
            .holding(20)
            .wanting(between(random, 20, 35))
            .atMostKw(between(random, 3, 11))
            .efficiency(0.9)
            .latePrice(between(random, 0.3, 2));
    return random.nextInt(3) == 0 ? vehicle.feedingBack(7, 10, 15).wear(0.01) : vehicle;
  }

  private static String any(Random random) {
    return CIRCUITS.get(random.nextInt(CIRCUITS.size()));
  }

  private static double between(Random random, double least, double most) {
    return least + random.nextDouble() * (most - least);
  }
}
