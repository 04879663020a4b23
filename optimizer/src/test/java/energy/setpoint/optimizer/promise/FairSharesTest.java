package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FairSharesTest {

  /** By how much of its need a vehicle must gain for it to be a gain. */
  private static final double MARGIN = 0.01;

  @Test
  void everybodyMissesTheSameShareOfWhatHeLacks() {
    var problem =
        hours(2)
            .importLimitKw(10)
            .with(aVehicle("small").connected(0, 2).holding(0).wanting(10))
            .with(aVehicle("large").connected(0, 2).holding(0).wanting(20).atMostKw(22));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("small")).isEqualTo(10 / 3.0, within(1e-3));
    assertThat(planned.missingKwh("large")).isEqualTo(20 / 3.0, within(1e-3));
  }

  @Test
  void oneVehicleThatCannotBeHelpedDoesNotDragTheOthersDown() {
    var problem =
        hours(2)
            .importLimitKw(0, 10)
            .with(aVehicle("gone").connected(0, 1).holding(0).wanting(30))
            .with(aVehicle("a").connected(0, 2).holding(0).wanting(10))
            .with(aVehicle("b").connected(0, 2).holding(0).wanting(6));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("gone")).isEqualTo(30, within(1e-3));
    assertThat(planned.missingKwh("a")).isEqualTo(10 * 6 / 16.0, within(1e-3));
    assertThat(planned.missingKwh("b")).isEqualTo(6 * 6 / 16.0, within(1e-3));
  }

  @Test
  void theHeavierIsServedFirstAndTheOthersStillShare() {
    var problem =
        hours(1)
            .importLimitKw(10)
            .with(aVehicle("ambulance").connected(0, 1).holding(0).wanting(4).weighing(10))
            .with(aVehicle("a").connected(0, 1).holding(0).wanting(10))
            .with(aVehicle("b").connected(0, 1).holding(0).wanting(5));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("ambulance")).isZero();
    assertThat(planned.missingKwh("a")).isEqualTo(6, within(1e-3));
    assertThat(planned.missingKwh("b")).isEqualTo(3, within(1e-3));
  }

  @Test
  void theLightestMayMissAllAndTheOthersStillShare() {
    var problem =
        hours(1)
            .importLimitKw(10)
            .with(aVehicle("light").connected(0, 1).holding(0).wanting(8).weighing(0.1))
            .with(aVehicle("a").connected(0, 1).holding(0).wanting(10))
            .with(aVehicle("b").connected(0, 1).holding(0).wanting(5));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("light")).isEqualTo(8, within(1e-3));
    assertThat(planned.missingKwh("a")).isEqualTo(10 / 3.0, within(1e-3));
    assertThat(planned.missingKwh("b")).isEqualTo(5 / 3.0, within(1e-3));
  }

  @Test
  void sharesOnEveryLevelOfATree() {
    var problem =
        hours(1)
            .circuit("west", "main", 8 / 0.69)
            .circuit("east", "main", 15 / 0.69)
            .importLimitKw(20)
            .with(aVehicle("w1").on("west").connected(0, 1).holding(0).wanting(10))
            .with(aVehicle("w2").on("west").connected(0, 1).holding(0).wanting(10))
            .with(aVehicle("e1").on("east").connected(0, 1).holding(0).wanting(10))
            .with(aVehicle("e2").on("east").connected(0, 1).holding(0).wanting(5));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("w1")).isEqualTo(6, within(1e-2));
    assertThat(planned.missingKwh("w2")).isEqualTo(6, within(1e-2));
    assertThat(planned.missingKwh("e1")).isEqualTo(2, within(1e-2));
    assertThat(planned.missingKwh("e2")).isEqualTo(1, within(1e-2));
  }

  @Test
  void leavesOutWhoPaysForBeingLate() {
    var problem =
        hours(1)
            .importLimitKw(10)
            .with(aVehicle("payer").connected(0, 1).holding(0).wanting(10).latePrice(0.4))
            .with(aVehicle("van").connected(0, 1).holding(0).wanting(8));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("van")).isZero();
    assertThat(planned.missingKwh("payer")).isEqualTo(8, within(1e-3));
  }

  @TestFactory
  Stream<DynamicTest> nobodyCouldMissLessAtTheExpenseOnlyOfWhoMissesLess() {
    return IntStream.range(0, 40)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(new Random(seed))));
  }

  private static void check(Random random) {
    ProblemBuilder builder = hours(5).importLimitKw(random.doubles(5, 0, 20).toArray());
    int count = 2 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(4);
      builder.with(
          aVehicle("car" + i)
              .connected(from, from + 1 + random.nextInt(5 - from))
              .holding(0)
              .wanting(2 + 30 * random.nextDouble())
              .weighing(random.nextInt(3) == 0 ? 2 : 1));
    }

    Planned planned = Planned.of(builder);

    PlanningProblem problem = planned.problem();
    double[] missing = new double[count];
    Arrays.setAll(missing, i -> planned.missingKwh("car" + i));
    double total = weighted(problem, missing);
    double[] anything = new double[count];
    Arrays.fill(anything, 1);
    double least = least(problem, anything, Double.POSITIVE_INFINITY, -1);
    assertThat(total).isEqualTo(least, within(1e-3));
    for (int i = 0; i < count; i++) {
      double own = share(problem, missing, i);
      double[] most = new double[count];
      Arrays.setAll(most, j -> Math.max(share(problem, missing, j), own - MARGIN) + 1e-6);
      most[i] = 1;
      double could = least(problem, most, least + 1e-4, i);
      assertThat(could)
          .as("car%d of %s", i, Arrays.toString(missing))
          .isGreaterThanOrEqualTo(missing[i] - MARGIN * lacks(problem, i) - 1e-3);
    }
  }

  private static double share(PlanningProblem problem, double[] missing, int i) {
    return missing[i] / lacks(problem, i);
  }

  private static double lacks(PlanningProblem problem, int i) {
    return problem.vehicles().get(i).target().kilowattHours();
  }

  private static double weighted(PlanningProblem problem, double[] missing) {
    return IntStream.range(0, missing.length)
        .mapToDouble(i -> missing[i] * problem.vehicles().get(i).weight())
        .sum();
  }

  /**
   * The least weighted energy missing, or the least that one vehicle could miss.
   *
   * @param most the largest share that each may miss
   * @param total the most weighted energy missing
   * @param one or -1 for all together
   */
  private static double least(PlanningProblem problem, double[] most, double total, int one) {
    LinearModel linear = new LinearModel();
    Terms all = new Terms();
    Terms goal = new Terms();
    Terms[] taken = new Terms[problem.grid().size()];
    Arrays.setAll(taken, step -> new Terms());
    for (int i = 0; i < most.length; i++) {
      VehicleDemand v = problem.vehicles().get(i);
      Variable missing = linear.variable("missing", 0, most[i] * lacks(problem, i));
      Terms target = Terms.of(missing, 1);
      for (int step = 0; step < taken.length; step++) {
        double kw = v.maxCharge().kilowatts() * problem.grid().share(step, v.connected());
        Variable charge = linear.variable("charge", "", step, 0, kw);
        target.plus(charge);
        taken[step].plus(charge);
      }
      linear.equal("target", -1, target, lacks(problem, i));
      all.plus(missing, v.weight());
      goal.plus(missing, one == i ? 1 : 0);
    }
    for (int step = 0; step < taken.length; step++) {
      linear.atMost("import", step, taken[step], problem.importLimit().watts(step) / 1000);
    }
    linear.atMost("total", -1, all, total);
    Terms objective = one < 0 ? all : goal;
    try (LinearSolver.Attempt attempt = OrToolsSolver.glop().open(linear)) {
      return switch (attempt.minimise(objective, Deadline.in(Duration.ofMinutes(1)))) {
        case LinearSolver.Outcome.Optimal best -> objective.at(best.values());
        case LinearSolver.Outcome other -> throw new IllegalStateException(other.toString());
      };
    }
  }
}
