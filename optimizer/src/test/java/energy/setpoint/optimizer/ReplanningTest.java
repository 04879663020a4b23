package energy.setpoint.optimizer;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.testkit.plan.ProblemBuilder;
import energy.setpoint.testkit.plan.VehicleBuilder;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From the plan in force, in problems so large that a search from nothing would be slow. */
class ReplanningTest {

  static final int VEHICLES = 60;

  private static final Duration PLENTY = Duration.ofMinutes(5);

  private static final String NEAR = "near the plan in force";

  private final PlanOptimizer optimizer = Optimizers.linearWithFallback();

  /** Sixty vehicles on six rows, of which two have little room. */
  private static ProblemBuilder depot(double moreForTheFirstKwh) {
    var grid = TimeGrid.uniform(ProblemBuilder.START, Duration.ofMinutes(30), 48);
    Random random = new Random(7);
    double[] prices = random.doubles(grid.size(), 0.1, 0.35).toArray();
    var problem =
        ProblemBuilder.over(grid)
            .mainFuse(600)
            .importLimitKw(300)
            .reliefCredit(0)
            .peakPrice(8, 80)
            .buyingAt(prices)
            .sellingAt(0.05)
            .with(aBattery("battery").of(100).holding(50).atMostKw(30).restWorth(0.12));
    for (int row = 0; row < 6; row++) {
      problem.circuit("row" + row, "main", row < 2 ? 25 : 120);
    }
    for (int i = 0; i < VEHICLES; i++) {
      problem.with(van(i, random, i == 5 ? moreForTheFirstKwh : 0));
    }
    return problem;
  }

  static VehicleBuilder van(int number, Random random, double moreKwh) {
    double from = random.nextDouble(10) - 2;
    var van =
        aVehicle("van" + number)
            .of(75)
            .on("row" + number % 6)
            .connected(from, from + 8 + random.nextDouble(8))
            .holding(10 + random.nextDouble(10))
            .wanting(25 + random.nextDouble(15) + moreKwh)
            .efficiency(0.93);
    return number % 10 == 0 ? van.feedingBack(11, 8, 20).wear(0.04) : van;
  }

  private Plan planAfter(Plan inForce, ProblemBuilder changed) {
    PlanningProblem problem = changed.build().toDraft().inForce(inForce).build();
    Plan plan = optimizer.plan(problem, PLENTY);
    assertThat(PlanCheck.violations(problem, plan)).isEmpty();
    assertThat(plan.report().status()).isEqualTo(Status.OPTIMAL);
    return plan;
  }

  private static Plan planFromNothing(ProblemBuilder problem) {
    return Optimizers.linearWithFallback().plan(problem.build(), PLENTY);
  }

  @Test
  void anUnchangedWorldKeepsItsPlan() {
    Plan inForce = optimizer.plan(depot(0).build(), PLENTY);

    Plan next = planAfter(inForce, depot(0));

    assertThat(next.report().method()).contains(NEAR);
    assertThat(movedKwh(inForce, next)).isEqualTo(0, within(1e-6));
    assertThat(next.batteries().getFirst().power().toWatts())
        .containsExactly(inForce.batteries().getFirst().power().toWatts(), within(1e-3));
    assertThat(next.cost().total()).isEqualTo(inForce.cost().total(), within(1e-6));
  }

  @Test
  void aVehicleThatNeedsMoreGetsItAndTheOthersHardlyMove() {
    Plan inForce = optimizer.plan(depot(0).build(), PLENTY);

    Plan next = planAfter(inForce, depot(4));

    assertThat(next.report().method()).contains(NEAR);
    assertThat(next.shortfalls()).isEmpty();
    assertThat(movedKwh(inForce, next)).isLessThan(0.05 * allKwh(next));
  }

  @Test
  void aSmallChangeCostsNoMoreThanASearchFromNothing() {
    Plan inForce = optimizer.plan(depot(0).build(), PLENTY);

    Plan next = planAfter(inForce, depot(4));

    double best = planFromNothing(depot(4)).cost().total();
    assertThat(next.cost().total()).isCloseTo(best, within(1e-3 + 1e-4 * best));
    assertThat(next.report().bound().orElseThrow()).isLessThanOrEqualTo(best + 1e-6);
  }

  @Test
  void aVehicleThatNeedsLessGetsNoMoreThanItPaysToGive() {
    Plan inForce = optimizer.plan(depot(4).build(), PLENTY);

    Plan next = planAfter(inForce, depot(0));

    double best = planFromNothing(depot(0)).cost().total();
    assertThat(next.cost().total()).isCloseTo(best, within(1e-3 + 1e-4 * best));
  }

  @Test
  void othersMakeWayForAVehicleThatWouldMissEnergyOtherwise() {
    Plan inForce = optimizer.plan(depot(0).build(), PLENTY);
    double hour = firstHourOfAFullRow(inForce);
    var hurried =
        aVehicle("hurried").of(75).on("row1").connected(hour, hour + 2).holding(10).wanting(30);

    Plan next = planAfter(inForce, depot(0).with(hurried));

    assertThat(next.shortfalls()).isEmpty();
    assertThat(movedKwh(inForce, next)).isPositive();
  }

  /** When row 1, which has a fuse of three times 25 A, charges with more than 16 kW. */
  private static double firstHourOfAFullRow(Plan plan) {
    for (int step = 0; step < plan.grid().size(); step++) {
      double kw = 0;
      for (int van = 1; van < VEHICLES; van += 6) {
        kw += plan.vehicles().get(van).power().power(step).kilowatts();
      }
      if (kw > 16) {
        return step / 2.0;
      }
    }
    throw new AssertionError("row 1 never is full");
  }

  @Test
  void aLimitThatFallsBelowThePlanInForceIsKept() {
    Plan inForce = optimizer.plan(depot(0).build(), PLENTY);
    double peakKw = inForce.gridPower().highest().kilowatts();

    Plan next = planAfter(inForce, depot(0).importLimitKw(0.8 * peakKw));

    assertThat(next.gridPower().highest().kilowatts()).isLessThanOrEqualTo(0.8 * peakKw + 1e-3);
    assertThat(next.shortfalls()).isEmpty();
  }

  @Test
  void aPlanOfAnotherOptimizerIsFollowedByASearchFromNothing() {
    Plan foreign = planFromNothing(depot(0));

    Plan next = planAfter(foreign, depot(0));

    assertThat(next.report().method()).doesNotContain(NEAR);
    assertThat(next.cost().total()).isCloseTo(foreign.cost().total(), within(1e-2));
  }

  /** Half of what differs, because what leaves one step comes to another. */
  private static double movedKwh(Plan before, Plan after) {
    double moved = 0;
    for (VehiclePlan one : before.vehicles()) {
      double[] other = after.find(one.session()).orElseThrow().power().toWatts();
      for (int step = 0; step < other.length; step++) {
        moved += Math.abs(other[step] - one.power().watts(step)) / 1000 * 0.5 / 2;
      }
    }
    return moved;
  }

  private static double allKwh(Plan plan) {
    return plan.vehicles().stream().mapToDouble(v -> v.power().energy().kilowattHours()).sum();
  }
}
