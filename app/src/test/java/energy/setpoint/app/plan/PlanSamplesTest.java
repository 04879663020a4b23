package energy.setpoint.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.plan.show.PlanPicture;
import energy.setpoint.app.plan.show.PlanTable;
import energy.setpoint.core.plan.CostItem.Kind;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
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
        PlanReview.of(problem, PlanFiles.readResult(PlanFiles.write(problem, plan)));
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
    assertThat(plan.cost().sum(EnumSet.of(Kind.VEHICLE_WEAR))).isPositive();
  }

  @Test
  void obeysTheOperatorsCapAndFollowsThePaidDispatch() {
    PlanningProblem problem = read(Documents.home("config/plans/grid-event.json"));

    Plan plan = solve(problem);

    assertThat(gridAt(plan, "2026-01-19T17:30:00Z")).isLessThan(40_001);
    assertThat(gridAt(plan, "2026-01-19T15:30:00Z")).isBetween(27_999.0, 32_001.0);
    assertThat(plan.cost().sum(EnumSet.of(Kind.EVENT))).isNegative();
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

  private static double lowest(Plan plan, String vehicle) {
    var power = plan.find(new SessionId(vehicle)).orElseThrow().power();
    return Arrays.stream(power.toWatts()).min().orElseThrow();
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
