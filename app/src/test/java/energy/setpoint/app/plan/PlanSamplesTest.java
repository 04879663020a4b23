package energy.setpoint.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import energy.setpoint.app.plan.explain.WhyWriter;
import energy.setpoint.app.plan.result.Why.FixWhy.Kind;
import energy.setpoint.app.plan.show.PlanPicture;
import energy.setpoint.app.plan.show.PlanTable;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.money.CostItem;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.optimizer.Optimizers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanSamplesTest {

  static List<Path> samples() {
    return Documents.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void plansASampleAndAcceptsThePlan(Path file) {
    PlanningProblem problem = read(file);

    Plan plan = solve(problem);

    PlanReview review =
        PlanReview.of(
            problem,
            PlanFiles.readResult(
                PlanFiles.write(PlanFiles.explained(problem, plan, Duration.ofSeconds(10)))));
    assertThat(review.violations()).isEmpty();
    assertThat(PlanTable.of(problem, plan)).contains("total", "highest import");
    assertThat(PlanPicture.html(problem, plan)).contains("<svg").doesNotContain("NaN", "http");
  }

  @Test
  void keepsTheNightBelowTheMonthsPeak() {
    PlanningProblem problem = read(Documents.home("config/plans/depot-night.json"));

    Plan plan = solve(problem);

    assertThat(plan.gridPower().highest().watts()).isLessThan(42_001);
    assertThat(plan.cost().peak()).isLessThan(1e-3);
    assertThat(plan.shortfalls()).isEmpty();
  }

  @Test
  void feedsBackOnlyFromTheBatteryThatWearsLittle() {
    PlanningProblem problem = read(Documents.home("config/plans/v2g-with-wear.json"));

    Plan plan = solve(problem);

    assertThat(lowest(plan, "bus-1")).isLessThan(-1000);
    assertThat(lowest(plan, "bus-2")).isGreaterThan(-1);
    assertThat(plan.cost().sum(EnumSet.of(CostItem.Kind.VEHICLE_WEAR))).isPositive();
  }

  @Test
  void obeysTheOperatorsCapAndFollowsThePaidDispatch() {
    PlanningProblem problem = read(Documents.home("config/plans/grid-event.json"));

    Plan plan = solve(problem);

    assertThat(gridAt(plan, "2026-01-19T17:30:00Z")).isLessThan(40_001);
    assertThat(gridAt(plan, "2026-01-19T15:30:00Z")).isBetween(27_999.0, 32_001.0);
    assertThat(plan.cost().sum(EnumSet.of(CostItem.Kind.EVENT))).isNegative();
  }

  @Test
  void runsTheHeatPumpInTheSun() {
    PlanningProblem problem = read(Documents.home("config/plans/heat-and-sun.json"));

    Plan plan = solve(problem);

    assertThat(plan.loads()).allSatisfy(l -> assertThat(l.missing().wattHours()).isLessThan(1));
    assertThat(plan.loads().getFirst().power().at(Instant.parse("2026-05-17T13:30:00Z")))
        .isGreaterThan(new Power(1000));
    assertThat(plan.solar().energy()).isGreaterThan(problem.totalSolar().energy());
    assertThat(plan.cost().carbonKilograms()).isPositive();
  }

  @Test
  void chargesWithSixAmpsOrNotAtAllAndStartsOnce() {
    PlanningProblem problem = read(Documents.home("config/plans/six-amps.json"));

    Plan plan = solve(problem);

    var socket = plan.find(new SessionId("socket")).orElseThrow().power().toWatts();
    assertThat(Arrays.stream(socket).filter(watts -> watts > 1 && watts < 1379)).isEmpty();
    var once = plan.find(new SessionId("wallbox-2")).orElseThrow().power().toWatts();
    assertThat(starts(once)).isLessThanOrEqualTo(1);
  }

  @Test
  void chargesInTheNightWhatTheSunMayNotBring() {
    PlanningProblem problem = read(Documents.home("config/plans/sun-or-clouds.json"));

    Plan plan = solve(problem);
    Plan unaware = solve(problem.nominal());

    assertThat(energyUntil(plan, "2026-06-16T06:30:00Z"))
        .isGreaterThan(energyUntil(unaware, "2026-06-16T06:30:00Z") + 5000);
    var expectation = plan.report().expectation().orElseThrow();
    assertThat(expectation.outcomes()).hasSize(3).allMatch(o -> o.missing().wattHours() < 1);
    assertThat(expectation.saving().orElseThrow()).isGreaterThan(1);
    assertThat(expectation.cost())
        .isCloseTo(expectation.bound().orElseThrow(), withinPercentage(0.1));
  }

  @Test
  void leavesRoomForOvensThatTakeMoreThanForecast() {
    PlanningProblem careful = read(Documents.home("config/plans/careful-bakery.json"));

    Plan plan = solve(careful);

    double ovens = 32_000;
    assertThat(careful.totalLoad().watts(3)).isEqualTo(ovens);
    assertThat(plan.vehicles().stream().mapToDouble(v -> v.power().watts(3)).sum())
        .isLessThan(40_000 - ovens + 1);
    assertThat(plan.shortfalls()).isEmpty();
    assertThat(PlanTable.of(careful, plan))
        .contains("it counts on quantile 0.1 of the sun and quantile 0.9 of the load\n");
  }

  @Test
  void saysWhichFuseIsTooSmallAndByHowMuch() {
    PlanningProblem problem = read(Documents.home("config/plans/tight-fuse.json"));

    var why = PlanFiles.explained(problem, solve(problem), Duration.ofSeconds(60)).why();

    var shortfalls = why.orElseThrow().shortfalls();
    assertThat(shortfalls).hasSize(2);
    assertThat(shortfalls.getFirst().fixes())
        .anySatisfy(fix -> {
          assertThat(fix.kind()).contains(Kind.BIGGER_FUSE);
          assertThat(fix.circuit()).contains("shed");
          assertThat(fix.standardA()).contains(32);
          assertThat(fix.words().orElseThrow()).contains("A more on fuse");
        });
    assertThat(why.orElseThrow().devices()).hasSize(3);
  }

  @Test
  void tellsTheStoryOfADevice() {
    PlanningProblem problem = read(Documents.home("config/plans/depot-night.json"));
    Plan plan = solve(problem);

    assertThat(WhyWriter.story(problem, plan, "van-05")).get().asString().contains("peak month");
    assertThat(WhyWriter.story(problem, plan, "van-99")).isEmpty();
  }

  /** In which charging begins after a rest; going on from before the plan is none. */
  private static int starts(double[] watts) {
    int starts = 0;
    for (int step = 1; step < watts.length; step++) {
      starts += watts[step] > 1 && watts[step - 1] <= 1 ? 1 : 0;
    }
    return starts;
  }

  private static double lowest(Plan plan, String vehicle) {
    var power = plan.find(new SessionId(vehicle)).orElseThrow().power();
    return Arrays.stream(power.toWatts()).min().orElseThrow();
  }

  private static double energyUntil(Plan plan, String instant) {
    double wattHours = 0;
    for (int step = 0;
        plan.grid().boundaries().get(step).isBefore(Instant.parse(instant));
        step++) {
      wattHours += plan.gridPower().energy(step).wattHours();
    }
    return wattHours;
  }

  private static double gridAt(Plan plan, String instant) {
    return plan.gridPower().at(Instant.parse(instant)).watts();
  }

  private static PlanningProblem read(Path file) {
    return PlanFiles.read(Documents.text(file));
  }

  private static Plan solve(PlanningProblem problem) {
    return Optimizers.linearWithFallback().plan(problem, Duration.ofSeconds(60));
  }
}
