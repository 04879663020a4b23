package energy.setpoint.optimizer.strategy;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.quarters;
import static energy.setpoint.testkit.plan.VehicleBuilder.aGuest;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.testkit.plan.ProblemBuilder;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StrategiesTest {

  private static final int PROBLEMS = 400;

  @Test
  void uncontrolledChargesAtFullPowerFromTheArrivalAndIgnoresFuses() {
    var problem =
        hours(3)
            .mainFuse(10)
            .with(aGuest("a", 11).connected(0, 3))
            .with(aGuest("b", 22).connected(1, 3))
            .build();

    Plan plan = plan(Strategies.UNCONTROLLED, problem);

    assertThat(kilowatts(plan)).containsExactly(List.of(11.0, 0.0, 0.0), List.of(0.0, 11.0, 11.0));
    assertThat(PlanCheck.violations(problem, plan)).isNotEmpty();
  }

  @Test
  void equalShareGivesEverybodyTheSameAndWhatOneDoesNotNeedToTheOthers() {
    var problem =
        hours(1)
            .importLimitKw(12)
            .with(aGuest("little", 2).connected(0, 1))
            .with(aGuest("much", 20).connected(0, 1))
            .with(aGuest("more", 30).connected(0, 1))
            .build();

    Plan plan = plan(Strategies.EQUAL_SHARE, problem);

    assertThat(kilowatts(plan)).containsExactly(List.of(2.0), List.of(5.0), List.of(5.0));
  }

  @Test
  void equalShareGoesOnWhereOnlyOnePhaseIsFull() {
    var problem =
        hours(1)
            .mainFuse(16)
            .with(aGuest("a", 7).loading(Phase.L1).connected(0, 1))
            .with(aGuest("b", 7).loading(Phase.L1).connected(0, 1))
            .with(aGuest("c", 7).loading(Phase.L2).connected(0, 1))
            .build();

    Plan plan = plan(Strategies.EQUAL_SHARE, problem);

    assertThat(kilowatts(plan)).containsExactly(List.of(1.84), List.of(1.84), List.of(3.68));
  }

  @Test
  void roundRobinBeginsEachQuarterWithTheNextVehicle() {
    var problem = threeThatNeedMuch(quarters(4)).importLimitKw(11).build();

    Plan plan = plan(Strategies.ROUND_ROBIN, problem);

    assertThat(servedAlone(plan)).containsExactly("a", "b", "c", "a");
  }

  @Test
  void roundRobinGoesOnWithTheRoundWhenItIsPlannedAnewAQuarterLater() {
    var later = ProblemBuilder.START.plus(Duration.ofMinutes(15));
    var grid = TimeGrid.uniform(later, Duration.ofMinutes(15), 3);
    var problem = threeThatNeedMuch(ProblemBuilder.over(grid)).importLimitKw(11).build();

    Plan plan = plan(Strategies.ROUND_ROBIN, problem);

    assertThat(servedAlone(plan)).containsExactly("b", "c", "a");
  }

  @Test
  void firstComeServesWhoWasThereFirst() {
    var problem =
        hours(2)
            .importLimitKw(11)
            .with(aGuest("second", 11).connected(-1, 1))
            .with(aGuest("first", 11).connected(-2, 2))
            .build();

    Plan plan = plan(Strategies.FIRST_COME, problem);

    assertThat(kilowatts(plan)).containsExactly(List.of(0.0, 0.0), List.of(11.0, 0.0));
    assertThat(plan.shortfalls()).hasSize(1);
  }

  @Test
  void earliestDeadlineServesWhoLeavesFirst() {
    var problem =
        hours(2)
            .importLimitKw(11)
            .with(aGuest("late", 11).connected(-2, 2))
            .with(aGuest("early", 11).connected(-1, 1))
            .build();

    Plan plan = plan(Strategies.EARLIEST_DEADLINE, problem);

    assertThat(kilowatts(plan)).containsExactly(List.of(0.0, 11.0), List.of(11.0, 0.0));
    assertThat(plan.shortfalls()).isEmpty();
  }

  @Test
  void leastLaxityServesWhoHasLeastTimeToSpareEvenIfItLeavesLater() {
    var problem =
        hours(4)
            .importLimitKw(11)
            .with(aGuest("early-with-little", 11).connected(-1, 2))
            .with(aGuest("late-with-much", 33).connected(-1, 4))
            .build();

    Plan byLaxity = plan(Strategies.LEAST_LAXITY, problem);

    // both have an hour to spare at first; who is not served has less of it, and is next
    assertThat(kilowatts(byLaxity))
        .containsExactly(List.of(11.0, 0.0, 0.0, 0.0), List.of(0.0, 11.0, 11.0, 11.0));
    assertThat(byLaxity.shortfalls()).isEmpty();
  }

  @Test
  void leastLaxityLetsALaterDepartureWithAGreaterNeedGoFirst() {
    var problem =
        hours(2)
            .importLimitKw(11)
            .with(aGuest("little", 1).connected(-1, 1))
            .with(aGuest("much", 22).connected(-1, 2))
            .build();

    Plan plan = plan(Strategies.LEAST_LAXITY, problem);

    assertThat(kilowatts(plan)).containsExactly(List.of(0.0, 0.0), List.of(11.0, 11.0));
  }

  @Test
  void neverLooksAtVehiclesThatComeLater() {
    for (String name : Strategies.names()) {
      ProblemBuilder alone = hours(3).importLimitKw(11).with(aGuest("a", 22).connected(0, 3));
      double[] before = plan(name, alone.build()).vehicles().getFirst().power().toWatts();

      alone.with(aGuest("b", 22).connected(1, 2));
      double[] after = plan(name, alone.build()).vehicles().getFirst().power().toWatts();

      assertThat(after[0]).as(name).isEqualTo(before[0]);
    }
  }

  @Test
  void namesTheKnownStrategiesWhenAskedForAnUnknownOne() {
    assertThat(Strategies.names()).hasSize(6);
    assertThatThrownBy(() -> Strategies.named("greedy"))
        .hasMessage(
            "There is no strategy 'greedy'; the known ones are uncontrolled, equal-share,"
                + " round-robin, first-come, earliest-deadline, least-laxity.");
  }

  @TestFactory
  Stream<DynamicTest> allButUncontrolledKeepAllLimitsWhateverTheProblem() {
    return Strategies.names().stream()
        .filter(name -> !name.equals(Strategies.UNCONTROLLED))
        .map(name -> DynamicTest.dynamicTest(name, () -> checkManyProblems(name)));
  }

  private static void checkManyProblems(String name) {
    LongStream.range(0, PROBLEMS)
        .forEach(seed -> {
          PlanningProblem problem = RandomProblems.ofSeed(seed);
          assertThat(PlanCheck.violations(problem, plan(name, problem)))
              .as("seed %d", seed)
              .isEmpty();
        });
  }

  @Test
  void uncontrolledBreaksLimitsButNeverWhatVehiclesCanTake() {
    long broken =
        LongStream.range(0, PROBLEMS)
            .mapToObj(RandomProblems::ofSeed)
            .map(problem -> PlanCheck.violations(problem, plan(Strategies.UNCONTROLLED, problem)))
            .peek(found -> assertThat(found).noneMatch(text -> text.startsWith("Vehicle")))
            .filter(found -> !found.isEmpty())
            .count();

    assertThat(broken).isGreaterThan(PROBLEMS / 10);
  }

  private static ProblemBuilder threeThatNeedMuch(ProblemBuilder problem) {
    return problem
        .with(aVehicle("c").connected(-1, 9))
        .with(aVehicle("a").connected(-3, 9))
        .with(aVehicle("b").connected(-2, 9));
  }

  private static Plan plan(String strategy, PlanningProblem problem) {
    Plan plan = Strategies.named(strategy).plan(problem, Duration.ofSeconds(1));
    assertThat(plan.report().method()).isEqualTo(strategy);
    assertThat(plan.report().status()).isEqualTo(Status.HEURISTIC);
    return plan;
  }

  /** Who has all of the power in each step. */
  private static List<String> servedAlone(Plan plan) {
    return IntStream.range(0, plan.grid().size())
        .mapToObj(step ->
            plan.vehicles().stream()
                .filter(v -> v.power().watts(step) > 10_999)
                .map(v -> v.session().value())
                .findFirst()
                .orElse("nobody"))
        .toList();
  }

  private static List<List<Double>> kilowatts(Plan plan) {
    return plan.vehicles().stream()
        .map(v ->
            Arrays.stream(v.power().toWatts()).map(w -> Math.round(w) / 1000.0).boxed().toList())
        .toList();
  }
}
